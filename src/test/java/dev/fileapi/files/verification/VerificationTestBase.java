package dev.fileapi.files.verification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.FileQuery;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCaseTestBase;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;

/** The service reads up to 8 bytes at once, and larger versions afterwards, in sections of 10. */
public abstract class VerificationTestBase extends UseCaseTestBase {

    protected static final ChecksumSettings IN_SECTIONS = new ChecksumSettings(8, 10, true, "");

    protected static final String LARGE = "These are 37 bytes, in four sections.";
    protected static final String OTHER = "These are 37 others, in four sections";

    @BeforeEach
    protected void readInSections() {
        configure(IN_SECTIONS);
    }

    protected void configure(ChecksumSettings settings) {
        checksums = settings;
        blobs = AZURITE.store(clock, settings);
        files = UseCases.over(store, blobs, clock, settings);
    }

    /** Uploads bytes after a checksum was told of others or the same. */
    protected UploadLink told(String told, String sent) {
        UploadLink upload = files.issue().issue(workspace, report, ada, null, null, checksumOf(told));
        upload(upload, sent);
        return upload;
    }

    protected UploadLink toldAndCommitted(String told, String sent) {
        UploadLink upload = told(told, sent);
        files.commit().commit(blobName(upload));
        return upload;
    }

    protected static Declaration checksumOf(String bytes) {
        return new Declaration(
                null, Checksums.NONE.with(ChecksumAlgorithm.SHA_256, sha256(bytes)), null, null, null, null);
    }

    protected static String sha256(String bytes) {
        return Base64.getEncoder().encodeToString(Sha256.of(bytes));
    }

    /** Fires the timer that reads versions, after any other call that was reading is taken to be gone. */
    protected void verify() {
        clock.move(Duration.ofMinutes(6));
        files.verify().run(later());
    }

    protected Instant later() {
        return clock.instant().plus(Duration.ofMinutes(5));
    }

    protected void isVerified(UploadLink upload, String bytes) {
        VersionRecord version = record(upload);
        assertThat(version.state()).isEqualTo(VersionState.COMMITTED);
        assertThat(version.verificationTask()).isNull();
        assertThat(version.details().verification()).isEqualTo(Verification.VERIFIED);
        assertThat(version.details().checksums().get(ChecksumAlgorithm.SHA_256)).isEqualTo(sha256(bytes));
        assertThat(read().version().details()).isEqualTo(version.details());
        assertThat(download(read().download())).isEqualTo(bytes);
    }

    protected void isTakenBack(UploadLink upload) {
        VersionRecord version = record(upload);
        assertThat(version.state()).isEqualTo(VersionState.REJECTED);
        assertThat(version.details().verification()).isEqualTo(Verification.FAILED);
        assertThat(blobs.isCommitted(blobName(upload))).isFalse();
        assertThat(isVisible(upload)).isFalse();
    }

    protected boolean isVisible(UploadLink upload) {
        try {
            return requireNonNull(read().versions()).stream()
                    .anyMatch(version -> version.id().equals(upload.versionId()));
        } catch (UnknownFileException e) {
            return false;
        }
    }

    protected boolean canBeRead(UploadLink upload) {
        try {
            files.read().read(workspace, report, FileQuery.of(upload.versionId(), false, false));
            return true;
        } catch (UnknownFileException e) {
            return false;
        }
    }
}
