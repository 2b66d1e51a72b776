package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.Deadlines;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.VerificationPolicy;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of a version's bytes is still to be read is read after its record has come back, from the beginning. */
class RecordsFromBlobsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final VerificationTask ALL = VerificationTask.fromBeginning(NOW);
    private static final Checksums MD5 = Checksums.NONE.with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==");
    private static final Checksums SHA_256 =
            MD5.with(ChecksumAlgorithm.SHA_256, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

    private boolean computed = true;

    @Test
    void whatIsNotVerifiedYetWillBe() {
        assertThat(task(Verification.PENDING, MD5, false)).isEqualTo(ALL);
        computed = false;
        assertThat(task(Verification.PENDING, SHA_256, false)).isEqualTo(ALL);
    }

    @Test
    void whatIsVerifiedIsNotReadAgain() {
        assertThat(task(Verification.VERIFIED, SHA_256, false)).isNull();
    }

    @Test
    void whatHasNoSha256GetsItIfThatIsWanted() {
        assertThat(task(Verification.UNVERIFIED, SHA_256, false)).isNull();
        assertThat(task(Verification.UNVERIFIED, Checksums.NONE, false)).isEqualTo(ALL);
        computed = false;
        assertThat(task(Verification.UNVERIFIED, Checksums.NONE, false)).isNull();
    }

    @Test
    void whatNeverBecameTheLatestIsNotRead() {
        assertThat(task(Verification.PENDING, MD5, true)).isNull();
        assertThat(task(Verification.UNVERIFIED, Checksums.NONE, true)).isNull();
    }

    private @Nullable VerificationTask task(Verification verification, Checksums checksums, boolean superseded) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        VerificationPolicy policy = new VerificationPolicy(new ChecksumSettings(0, 1, computed, ""), clock);
        User ada = new User(new UUID(0, 1), "Ada", null);
        VersionDetails details = new VersionDetails(verification, checksums, null, null, Map.of(), Map.of());
        VersionDescription says =
                new VersionDescription(FilePath.parse("a.txt"), NOW, ada, NOW, ada, NOW, null, details, NOW);
        BlobInfo facts = new BlobInfo(5, "\"0x1\"", "2026-01-02T03:04:05.1234567Z", null, null);
        BlobName name = new BlobName(new Workspace(new UUID(1, 1), new UUID(1, 2)), FileId.random(), new VersionId(1));
        return new RecordsFromBlobs(new Deadlines(UseCases.SETTINGS), policy, clock)
                .version(name, new DescribedVersion(says, facts, superseded))
                .verificationTask();
    }
}
