package dev.fileapi.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which files are read again. */
class HashCacheTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aFileThatIsAsItWasIsNotReadAgain() throws IOException {
        LocalItem file = write("a", "1", LONG_AGO);
        String first = sha256(file);
        // other bytes, which only who reads them can tell
        overwrite(file, "2");

        assertThat(sha256(file)).isEqualTo(first);
    }

    @Test
    void anotherSizeOrTimeHasItReadAgain() throws IOException {
        String first = sha256(write("a", "1", LONG_AGO));

        assertThat(sha256(write("a", "2", LONG_AGO.plusSeconds(1)))).isNotEqualTo(first);
        assertThat(sha256(write("a", "22", LONG_AGO.plusSeconds(1)))).isNotEqualTo(first);
    }

    @Test
    void aFileThatHasJustChangedIsNotKept() throws IOException {
        LocalItem file = write("a", "1", Instant.now());
        String first = sha256(file);
        overwrite(file, "2");

        assertThat(sha256(file)).isNotEqualTo(first);
    }

    @Test
    void aFileThatChangesWhileItIsReadIsAFailure() throws IOException {
        LocalItem file = write("a", "1", LONG_AGO);
        Files.writeString(file.file(), "longer");

        assertThatThrownBy(() -> sha256(file)).isInstanceOf(IOException.class).hasMessageContaining("changed");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileWhoseBytesCannotBeReadIsAFailure() throws IOException {
        // a regular file that root cannot read either: its first page is not mapped
        Path file = Path.of("/proc/self/mem");
        LocalItem item = LocalItem.file("mem", file, Files.readAttributes(file, BasicFileAttributes.class));

        assertThatThrownBy(() -> sha256(item)).isInstanceOf(IOException.class);
    }

    @Test
    void whatAKilledRunHasReadIsUsed() throws IOException {
        LocalItem a = write("a", "1", LONG_AGO);
        LocalItem b = write("b", "1", LONG_AGO);
        String first = sha256(a, b);
        Path cache = folder.resolve("hashes");
        // as if the run had been killed while it wrote the line of b
        String text = Files.readString(cache);
        Files.writeString(folder.resolve("hashes.new"), text.substring(0, text.length() - 9));
        Files.writeString(cache, "");
        overwrite(a, "2");
        overwrite(b, "2");

        assertThat(sha256(a)).isEqualTo(first);
        assertThat(sha256(b)).isNotEqualTo(first);
    }

    private String sha256(LocalItem... items) throws IOException {
        String last = "";
        try (HashCache cache = new HashCache(folder.resolve("hashes"))) {
            for (LocalItem item : items) {
                last = cache.sha256(item);
            }
        }
        return last;
    }

    private LocalItem write(String name, String text, Instant time) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(time));
        return LocalItem.file(name, file, Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static void overwrite(LocalItem item, String text) throws IOException {
        Files.writeString(item.file(), text);
        Files.setLastModifiedTime(item.file(), FileTime.from(item.modifiedAt()));
    }
}
