package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.RecordedCalls;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.testing.ChecksumsOf;
import dev.fileapi.files.testing.Racing;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was told of an upload decides whether its bytes become a version. */
class CommitToldUploadTest extends UseCaseTestBase {

    @ParameterizedTest
    @EnumSource
    void bytesWithTheRightChecksumBecomeAVerifiedVersion(ChecksumAlgorithm algorithm) {
        UploadLink upload = issue(5L, ChecksumsOf.bytes("bytes", algorithm));
        upload(upload, "bytes");

        files.commit().commit(blobName(upload));

        verified(upload, "bytes", algorithm);
        assertThat(download(read().download())).isEqualTo("bytes");
    }

    @ParameterizedTest
    @EnumSource
    void bytesWithAWrongOneNeverAppearAndNothingIsLeftOfThem(ChecksumAlgorithm algorithm) {
        UploadLink before = uploadAndCommit("before");
        UploadLink upload = issue(5L, ChecksumsOf.bytes("bytes", algorithm));
        upload(upload, "other");

        files.commit().commit(blobName(upload));

        rejected(upload, RejectionReason.WRONG_CHECKSUM);
        assertThat(read().version().id()).isEqualTo(before.versionId());
        assertThat(read().versions()).hasSize(1);
    }

    @Test
    void aFileWhoseFirstBytesAreWrongStaysInvisible() {
        UploadLink upload = issue(null, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
        upload(upload, "other");

        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);

        rejected(upload, RejectionReason.WRONG_CHECKSUM);
    }

    @Test
    void bytesOfAnotherSizeNeverAppear() {
        UploadLink upload = issue(6L, Checksums.NONE);
        upload(upload, "bytes");

        files.commit().commit(blobName(upload));

        rejected(upload, RejectionReason.WRONG_SIZE);
    }

    @Test
    void bytesOfTheSizeThatWasToldAreNotVerifiedByThat() {
        UploadLink upload = issue(5L, Checksums.NONE);
        upload(upload, "bytes");

        files.commit().commit(blobName(upload));

        assertThat(record(upload).details().verification()).isEqualTo(Verification.UNVERIFIED);
        assertThat(latest(upload).details().checksums())
                .isEqualTo(ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
    }

    @Test
    void blocksAreJudgedAsOne() {
        UploadLink right = issue(5L, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
        client.stage(right.link(), "b", "by");
        client.stage(right.link(), "a", "tes");
        client.commit(right.link(), "b", "a");
        UploadLink wrong = issue(5L, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
        client.stage(wrong.link(), "b", "by");
        client.stage(wrong.link(), "a", "tes");
        client.commit(wrong.link(), "a", "b");

        files.commit().commit(blobName(right));
        files.commit().commit(blobName(wrong));

        verified(right, "bytes", ChecksumAlgorithm.SHA_256);
        rejected(wrong, RejectionReason.WRONG_CHECKSUM);
    }

    @Test
    void anEmptyFileIsJudgedToo() {
        UploadLink right = issue(0L, ChecksumsOf.bytes("", ChecksumAlgorithm.MD5));
        client.commit(right.link());
        UploadLink wrong = issue(null, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.MD5));
        client.commit(wrong.link());

        files.commit().commit(blobName(right));
        files.commit().commit(blobName(wrong));

        verified(right, "", ChecksumAlgorithm.MD5);
        rejected(wrong, RejectionReason.WRONG_CHECKSUM);
    }

    @Test
    void everyFileEndsUpWithItsSha256() {
        UploadLink upload = uploadAndCommit("bytes");

        assertThat(record(upload).details())
                .isEqualTo(latest(upload).details())
                .returns(Verification.UNVERIFIED, VersionDetails::verification)
                .returns(ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256), VersionDetails::checksums);
    }

    @Test
    void manyEventsAndReadsAtOnceAgree() {
        UploadLink right = issue(5L, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
        upload(right, "bytes");
        UploadLink wrong = issue(5L, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
        upload(wrong, "other");

        Racing.all(12, racer -> {
            switch (racer % 3) {
                case 0 -> files.commit().commit(blobName(right));
                case 1 -> files.commit().commit(blobName(wrong));
                default -> assertThat(read().version().id()).isEqualTo(right.versionId());
            }
            return racer;
        });

        verified(right, "bytes", ChecksumAlgorithm.SHA_256);
        rejected(wrong, RejectionReason.WRONG_CHECKSUM);
    }

    @Test
    void aRefusalIsFinalWhateverIsSentLater() {
        UploadLink upload = issue(5L, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
        upload(upload, "other");
        files.commit().commit(blobName(upload));
        upload(upload, "bytes");

        files.commit().commit(blobName(upload));

        assertThat(record(upload).rejection()).isEqualTo(RejectionReason.WRONG_CHECKSUM);
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
        sweepAfter(Duration.ofHours(1));
        assertThat(AZURITE.blobNames())
                .noneMatch(name -> name.startsWith(blobName(upload).toString()));
    }

    @Test
    void aReadOfTheBytesThatFailsLeavesTheUploadToTheNextEvent() {
        RecordedCalls calls = new RecordedCalls();
        UseCases failing = UseCases.over(store, AZURITE.store(clock, calls.client()), clock);
        String bytes = "b".repeat(100_000);
        UploadLink upload = issue((long) bytes.length(), ChecksumsOf.bytes(bytes, ChecksumAlgorithm.SHA_256));
        upload(upload, bytes);
        calls.failReadsOfSnapshots(true);

        assertThatThrownBy(() -> failing.commit().commit(blobName(upload))).isInstanceOf(BlobStoreException.class);
        assertThat(record(upload).state()).isEqualTo(VersionState.PENDING);

        files.commit().commit(blobName(upload));
        verified(upload, bytes, ChecksumAlgorithm.SHA_256);
    }

    @Test
    void aVerificationIsEndedByTheNextEvent() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    upload[0] = issue(5L, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
                    upload(upload[0], "bytes");
                },
                crashing -> crashing.commit().commit(blobName(upload[0])),
                () -> {
                    files.commit().commit(blobName(upload[0]));
                    verified(upload[0], "bytes", ChecksumAlgorithm.SHA_256);
                });
    }

    @Test
    void aRefusalIsEndedByTheNextEventAndTheSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    upload[0] = issue(5L, ChecksumsOf.bytes("bytes", ChecksumAlgorithm.SHA_256));
                    upload(upload[0], "other");
                },
                crashing -> crashing.commit().commit(blobName(upload[0])),
                () -> {
                    files.commit().commit(blobName(upload[0]));
                    assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
                    sweepAfter(Duration.ofHours(1));
                    rejected(upload[0], RejectionReason.WRONG_CHECKSUM);
                });
    }

    /** {@link CheckUploads#CALLS_TO_RECORD} counts on it. */
    @Test
    void aCommitCostsAsManyCallsOfBlobStorageAsReadsCountOn() {
        RecordedCalls calls = new RecordedCalls();
        UseCases counted = UseCases.over(store, AZURITE.store(clock, calls.client()), clock);
        UploadLink small = uploaded("bytes");
        UploadLink empty = issue();
        client.commit(empty.link());
        UploadLink toldEmpty = issue(0L, Checksums.NONE);
        client.commit(toldEmpty.link());
        UploadLink largest = uploaded("b".repeat((int) AzuriteExtension.CHECKSUMS.inlineBytes()));
        counted.commit().commit(blobName(issue()));

        calls.forget();
        counted.commit().commit(blobName(small));
        assertThat(calls.count()).as("small").isEqualTo(4);
        calls.forget();
        counted.commit().commit(blobName(empty));
        assertThat(calls.count()).as("empty").isEqualTo(5);
        calls.forget();
        counted.commit().commit(blobName(toldEmpty));
        assertThat(calls.count()).as("empty, as was told").isEqualTo(4);
        calls.forget();
        counted.commit().commit(blobName(largest));
        assertThat(calls.count()).as("the largest that is read").isEqualTo(6);
    }

    private UploadLink issue(@Nullable Long size, Checksums checksums) {
        return files.issue()
                .issue(workspace, report, ada, null, null, new Declaration(size, checksums, null, null, null, null));
    }

    private void verified(UploadLink upload, String bytes, ChecksumAlgorithm algorithm) {
        VersionRecord version = record(upload);
        assertThat(version.state()).isEqualTo(VersionState.COMMITTED);
        assertThat(version.details().verification()).isEqualTo(Verification.VERIFIED);
        assertThat(version.details().checksums())
                .isEqualTo(ChecksumsOf.bytes(bytes, algorithm, ChecksumAlgorithm.SHA_256));
        CommittedVersion latest = latest(upload);
        assertThat(latest.id()).isEqualTo(upload.versionId());
        assertThat(latest.details()).isEqualTo(version.details());
    }

    private void rejected(UploadLink upload, RejectionReason reason) {
        assertThat(record(upload))
                .returns(VersionState.REJECTED, VersionRecord::state)
                .returns(reason, VersionRecord::rejection);
        assertThat(AZURITE.blobNames())
                .noneMatch(name -> name.startsWith(blobName(upload).toString()));
        assertThat(AZURITE.snapshots(blobName(upload))).isEmpty();
    }

    private CommittedVersion latest(UploadLink upload) {
        return Objects.requireNonNull(
                store.findFile(workspace, upload.fileId()).orElseThrow().latest());
    }
}
