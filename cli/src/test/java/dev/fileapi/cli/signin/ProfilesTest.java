package dev.fileapi.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.cli.output.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a sign-in, and who may read it. */
class ProfilesTest {

    static final Profile PROFILE = new Profile(
            URI.create("https://files.example"),
            UUID.randomUUID(),
            UUID.randomUUID(),
            new Client(URI.create("https://id.example"), "cli", "openid"),
            new Tokens("ACCESS", "REFRESH", Instant.parse("2026-01-01T00:00:00Z")));

    @TempDir
    Path parent;

    @Test
    void aProfileIsKeptReplacedAndForgotten() {
        Profiles profiles = new Profiles(folder());
        assertThat(profiles.find("work")).isEmpty();

        profiles.replace("work", PROFILE);
        assertThat(new Profiles(folder()).find("work")).contains(PROFILE);

        Profile other = new Profile(PROFILE.url(), null, null, PROFILE.client(), new Tokens("A", null, null));
        profiles.replace("work", other);
        assertThat(profiles.find("work")).contains(other);

        assertThat(profiles.remove("work")).contains(other);
        assertThat(profiles.remove("work")).isEmpty();
        assertThat(profiles.find("work")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadIt() throws IOException {
        new Profiles(folder()).replace("work", PROFILE);

        assertThat(rights(folder())).isEqualTo("rwx------");
        try (var files = Files.list(folder())) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatOthersCanReadIsClosedAndAFileThatTheyCanReadIsRefused() throws IOException {
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Profiles profiles = new Profiles(folder());
        profiles.replace("work", PROFILE);
        assertThat(rights(folder())).isEqualTo("rwx------");

        Files.setPosixFilePermissions(folder().resolve("work.json"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> profiles.find("work"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("others can read")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFileThatIsNotOneIsToldWithoutItsText() throws IOException {
        Profiles profiles = new Profiles(folder());
        profiles.replace("work", PROFILE);
        Files.writeString(folder().resolve("work.json"), "{\"tokens\": SECRET");

        assertThatThrownBy(() -> profiles.find("work"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("is not a profile")
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @Test
    void itsNameLeadsToNoOtherFolder() {
        for (String name : new String[] {"../x", "a/b", "", ".", "a.b"}) {
            assertThatThrownBy(() -> new Profiles(folder()).find(name))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("--profile");
        }
    }

    @Test
    void theFolderIsThatOfTheXdgSpecification() throws IOException {
        Profiles.of(Map.of("XDG_CONFIG_HOME", parent.toString())).replace("default", PROFILE);

        assertThat(parent.resolve("fileapi/default.json")).exists();
    }

    @Test
    void itsTextHasNoSecret() {
        assertThat(PROFILE.toString()).contains("https://files.example").doesNotContain("ACCESS", "REFRESH");
    }

    private Path folder() {
        return parent.resolve("fileapi");
    }

    private static String rights(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
