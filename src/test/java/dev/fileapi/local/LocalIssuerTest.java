package dev.fileapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsKeyForItsOwnerOnly() throws Exception {
        LocalIssuer first = LocalIssuer.in(folder, Clock.systemUTC());
        LocalIssuer again = LocalIssuer.in(folder, Clock.systemUTC());

        assertThat(again.jwks()).isEqualTo(first.jwks());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("signing-key.json"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void publishesNoPrivatePart() throws Exception {
        assertThat(LocalIssuer.in(folder, Clock.systemUTC()).jwks())
                .contains("\"n\"")
                .doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void issuesTokensOfThreeParts() throws Exception {
        TokenOrder order =
                TokenOrder.of(UUID.randomUUID(), new Workspace(UUID.randomUUID(), UUID.randomUUID()), Role.EDITOR);

        assertThat(LocalIssuer.in(folder, Clock.systemUTC()).token(order).split("\\."))
                .hasSize(3);
    }
}
