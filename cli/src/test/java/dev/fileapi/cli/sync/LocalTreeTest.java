package dev.fileapi.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What of a folder is sent. */
@DisabledOnOs(OS.WINDOWS)
class LocalTreeTest {

    /** The letter é as one character, and as two. */
    private static final String NFC = "\u00e9";

    private static final String NFD = "e\u0301";

    @TempDir
    Path folder;

    @Test
    void filesComeInTheOrderOfTheirWholePaths() throws IOException {
        for (String path : List.of("a/x", "a-b", "a/b/c", "a0", "B", "a.txt")) {
            write(path);
        }
        Files.createDirectories(folder.resolve("empty/empty"));

        assertThat(paths()).containsExactly("B", "a-b", "a.txt", "a/b/c", "a/x", "a0");
    }

    @Test
    void namesAreToldInNfc() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        write(NFD + "/" + NFD);

        assertThat(paths()).containsExactly(NFC + "/" + NFC);
    }

    @Test
    void ofTwoNamesThatAreOneInNfcTheSecondIsAFailure() throws IOException {
        assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
        write(NFD);
        write(NFC);
        List<LocalItem> items = items();
        assumeThat(items).as("the file system keeps both").hasSize(2);

        assertThat(items).extracting(LocalItem::path).containsOnly(NFC);
        assertThat(items.get(0).file()).hasFileName(NFC);
        assertThat(items.get(1).kind()).isEqualTo(LocalItem.Kind.UNREADABLE);
        assertThat(items.get(1).reason()).contains("NFC");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        write("a/x");
        Files.createSymbolicLink(folder.resolve("file"), Path.of("a/x"));
        Files.createSymbolicLink(folder.resolve("folder"), Path.of("a"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
        Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("gone"));

        assertThat(items())
                .filteredOn(item ->
                        item.kind() == LocalItem.Kind.SKIPPED && item.reason().equals("a link"))
                .extracting(LocalItem::path)
                .containsExactly("file", "folder", "loop", "nowhere");
    }

    @Test
    void devicesAndPipesAreSkipped() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(items())
                .singleElement()
                .extracting(LocalItem::kind, LocalItem::reason)
                .containsExactly(LocalItem.Kind.SKIPPED, "not a regular file");
    }

    @Test
    void aFolderThatCannotBeReadIsAFailureOfItsOwn() throws IOException {
        write("a/x");
        write("b");
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(folder.resolve("a")))
                    .as("root reads all")
                    .isFalse();

            assertThat(paths()).containsExactly("a/", "b");
            assertThat(items().get(0).kind()).isEqualTo(LocalItem.Kind.UNREADABLE);
        } finally {
            Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void namesThatTheServiceRefusesAreFailures() throws IOException {
        write("a\\b");
        write("a\nb");

        assertThat(items()).hasSize(2).allSatisfy(item -> {
            assertThat(item.kind()).isEqualTo(LocalItem.Kind.UNREADABLE);
            assertThat(item.reason()).contains("the service refuses");
        });
    }

    @Test
    void unfinishedDownloadsAreLeftOut() throws IOException {
        write(".fileapi-0011.part");
        write(".fileapi-0011.part.ranges");
        write(".hidden");

        assertThat(paths()).containsExactly(".hidden");
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private List<LocalItem> items() throws IOException {
        return Streams.of(new LocalTree(folder)).toList();
    }

    private List<String> paths() throws IOException {
        return items().stream().map(LocalItem::path).toList();
    }
}
