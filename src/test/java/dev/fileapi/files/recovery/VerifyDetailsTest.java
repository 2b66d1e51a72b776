package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.recovery.Finding.Kind;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Details that a rebuild would get wrong are found, and those that are just being changed are not. */
class VerifyDetailsTest extends StorageTestBase {

    private static final Checksums TOLD = Checksums.NONE.with(ChecksumAlgorithm.MD5, "4tlS4CRa4MHWm5tS8Q9q4A==");
    private static final Checksums COMPUTED =
            TOLD.with(ChecksumAlgorithm.SHA_256, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    private static final Checksums OTHERS = COMPUTED.with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==");

    private static final VersionDetails PENDING = new VersionDetails(
            Verification.PENDING, TOLD, "text/csv", Instant.EPOCH, Map.of("state", "draft"), Map.of("camera", "7"));
    private static final VersionDetails VERIFIED = PENDING.verified(COMPUTED);

    private UploadLink upload;
    private VerificationTask task;

    @BeforeEach
    void fillStore() {
        uploadAndCommit("first");
        upload = uploadAndCommit("second");
        task = VerificationTask.fromBeginning(clock.instant());
        describe(PENDING);
        record(PENDING, null);
        point(PENDING);
    }

    @Test
    void everyDetailThatDiffersIsNamed() {
        describe(new VersionDetails(
                Verification.VERIFIED, OTHERS, "text/plain", Instant.MAX, Map.of("state", "final"), Map.of()));

        List<Finding> found = found();

        assertThat(found)
                .extracting(Finding::kind, Finding::what)
                .containsExactly(
                        tuple(Kind.DIFFERENT, "version " + blobName(upload)),
                        tuple(Kind.DIFFERENT, Finding.file(workspace, upload.fileId())));
        assertThat(found)
                .allSatisfy(finding -> assertThat(finding.detail())
                        .contains(
                                "verification: stored VERIFIED, recorded PENDING",
                                "checksums: stored {SHA_256=47DEQ",
                                "told content_type: stored text/plain, recorded text/csv",
                                "source_modified_at: stored +1000000000-12-31",
                                "metadata: stored {}, recorded {camera=7}",
                                "tags: stored {state=final}, recorded {state=draft}"));
    }

    @Test
    void detailsOfAnOlderVersionAreComparedToo() {
        describe(VERIFIED);
        uploadAndCommit("third");

        assertThat(found())
                .extracting(Finding::kind, Finding::what)
                .containsExactly(tuple(Kind.DIFFERENT, "version " + blobName(upload)));
    }

    @Test
    void aVerificationThatWasDescribedIsRecordedWhenItsTaskIsRepeated() {
        record(PENDING, task);
        assertThat(found()).isEmpty();
        describe(VERIFIED);
        assertThat(found()).isEmpty();
        point(VERIFIED);
        assertThat(found()).isEmpty();
        record(VERIFIED, null);
        assertThat(found()).isEmpty();
    }

    @Test
    void aSha256ThatNoOneToldIsRecordedWhenItsTaskIsRepeated() {
        VersionDetails nothing = VersionDetails.NONE.withTags(Map.of("a", "b"));
        record(nothing, task);
        point(nothing);
        describe(nothing.verified(COMPUTED));

        assertThat(found()).isEmpty();
    }

    @Test
    void aTaskExcusesNoOtherChecksums() {
        record(PENDING, task);
        describe(PENDING.verified(OTHERS));

        assertThat(found())
                .extracting(Finding::detail)
                .allSatisfy(detail -> assertThat(detail).contains("verification: ", "checksums: "))
                .hasSize(2);
    }

    @Test
    void aTaskExcusesNoDescriptionThatIsNotAsFarAsTheRecord() {
        record(VERIFIED, task);
        point(VERIFIED);

        assertThat(found()).hasSize(2);
    }

    @Test
    void newTagsAreDescribedWhenTheFileIsChecked() {
        VersionDetails tagged = PENDING.withTags(Map.of("state", "final"));
        point(tagged, clock.instant());
        assertThat(found()).isEmpty();
        record(tagged, null);
        assertThat(found()).isEmpty();

        point(tagged);
        assertThat(found())
                .extracting(Finding::detail)
                .containsOnly("tags: stored {state=draft}, recorded {state=final}")
                .hasSize(2);

        describe(tagged);
        assertThat(found()).isEmpty();
    }

    @Test
    void aChangeOfTagsThatDiedAfterAnyStepIsNoDifferenceAndComesBackAfterTheNextSweep() {
        crashAfterEveryStep(
                () -> upload = uploadAndCommit("bytes"),
                crashing -> crashing.tags().change(workspace, upload.fileId(), Map.of("state", "final"), ada, null),
                () -> {
                    assertThat(found()).isEmpty();
                    sweepAfter(Duration.ofMinutes(6));
                    assertThat(found()).isEmpty();
                    emptyStore();
                    from(empty, 1_000).rebuild();
                    assertThat(rebuilt()).isEqualTo(before());
                });
    }

    @Test
    void whatChangesWhileItIsComparedIsLookedAtAgain() {
        record(PENDING, task);
        RecordsFromStorage records = RecordsFromStorage.of(
                store,
                blobs,
                afterListing(() -> {
                    describe(VERIFIED.withTags(Map.of("state", "final")));
                    point(VERIFIED.withTags(Map.of("state", "final")));
                    record(VERIFIED.withTags(Map.of("state", "final")), null);
                }),
                upkeep,
                clock,
                1_000);

        records.check();

        assertThat(records.found()).isEmpty();
    }

    private List<Finding> found() {
        RecordsFromStorage records = from(store, 1_000);
        records.check();
        return records.found();
    }

    private void describe(VersionDetails details) {
        blobs.updateDetails(blobName(upload), before -> details);
    }

    private void record(VersionDetails details, @Nullable VerificationTask itsTask) {
        store.replaceVersion(VersionRecordBuilder.from(record(upload))
                .details(details)
                .verificationTask(itsTask)
                .build());
    }

    private void point(VersionDetails details) {
        point(details, null);
    }

    private void point(VersionDetails details, @Nullable Instant nextCheckAt) {
        FileRecord file = store.findFile(workspace, upload.fileId()).orElseThrow();
        CommittedVersion latest = Objects.requireNonNull(file.latest());
        store.replaceFile(FileRecordBuilder.from(file)
                .latest(new CommittedVersion(
                        latest.id(), latest.blob(), details, latest.createdAt(), latest.createdBy()))
                .nextCheckAt(nextCheckAt)
                .build());
    }

    private StoredBlobs afterListing(Runnable change) {
        return new StoredBlobs() {
            @Override
            public Batch<StoredBlob> list(@Nullable String continuation, int limit) {
                Batch<StoredBlob> batch = listing.list(continuation, limit);
                change.run();
                return batch;
            }

            @Override
            public Optional<StoredBlob.Version> find(BlobName name) {
                return listing.find(name);
            }
        };
    }
}
