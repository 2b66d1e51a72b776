package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.testing.CrashAfterStep;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Losing the database loses nothing that was committed. */
class RebuildTest extends StorageTestBase {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000})
    void everyRecordComesBackAsItWas(int pageSize) {
        aWorkspaceWithEverything();

        RecordsFromStorage records = from(empty, pageSize);
        RebuildReport report = records.rebuild();

        assertThat(rebuilt()).isEqualTo(before()).hasSize(5 + 8);
        assertThat(report).isEqualTo(new RebuildReport(5, 8, Map.of()));
        assertThat(from(empty, pageSize).check().hasDifferences()).isFalse();
    }

    @Test
    void whatIsRebuiltIsServed() {
        aWorkspaceWithEverything();
        from(empty, 1_000).rebuild();
        files = UseCases.over(empty, blobs, clock);

        assertThat(download(read().download())).isEqualTo("third");
        assertThat(read().versions()).hasSize(3);
        uploadAndCommit("fourth");
        assertThat(download(read().download())).isEqualTo("fourth");
        sweepAfter(Duration.ofDays(31));
        assertThat(empty.listFilesFrom(workspace, FileFilterBuilder.deleted().build(), List.of(), null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    void detailsComeBackAlsoWhereTheyDoNotFitAmongTheMetadata() {
        Declaration told = toldOf("bytes");
        String longest = "\uD83D\uDE00".repeat(FilePath.MAX_CHARACTERS);
        Declaration most = new Declaration(
                5L,
                told.checksums(),
                told.contentType(),
                told.modifiedAt(),
                Map.of("a", "\uD83D\uDE00".repeat(256), "b", "ä".repeat(256)),
                Map.of("c", "ä".repeat(1000)));
        committedAt("few.csv", toldOf("few.csv"));
        UploadLink upload = files.issue().issue(workspace, FilePath.parse(longest), grace, null, null, most);
        upload(upload, "bytes");
        files.commit().commit(blobName(upload));

        from(empty, 1_000).rebuild();

        assertThat(rebuilt()).isEqualTo(before()).hasSize(4);
        assertThat(empty.findFile(workspace, upload.fileId())
                        .map(FileRecord::latest)
                        .map(CommittedVersion::details)
                        .orElseThrow())
                .returns(most.tags(), VersionDetails::tags)
                .returns(most.metadata(), VersionDetails::metadata)
                .returns(told.contentType(), VersionDetails::contentType)
                .returns(told.modifiedAt(), VersionDetails::modifiedAt);
    }

    @Test
    void whatWasNotReadToItsEndIsReadAfterwardsFromTheBeginning() {
        ChecksumSettings inSections = new ChecksumSettings(0, 4, true, "");
        blobs = container.store(clock, inSections);
        files = UseCases.over(store, blobs, clock, inSections);
        UploadLink told = committedAt("told.csv", toldOf("told.csv"));
        UploadLink plain = committedAt("plain.csv");

        from(empty, 1_000).rebuild();

        assertThat(rebuilt()).isEqualTo(before()).hasSize(4);
        store = empty;
        files = UseCases.over(store, blobs, clock, inSections);
        files.verify().run(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(record(told).details().verification()).isEqualTo(Verification.VERIFIED);
        assertThat(record(plain).details().checksums())
                .isEqualTo(toldOf("plain.csv").checksums());
        assertThat(from(store, 1_000).check().hasDifferences()).isFalse();
    }

    @Test
    void asMuchOfALongNameComesBackAsTravels() {
        FilePath longest = FilePath.parse("\uD83D\uDE00".repeat(FilePath.MAX_CHARACTERS));
        User talkative = new User(UUID.randomUUID(), "ä".repeat(500), "e".repeat(500));
        UploadLink upload = files.issue().issue(workspace, longest, talkative, null, null, Declaration.NONE);
        upload(upload, "bytes");
        files.commit().commit(blobName(upload));
        files.delete().delete(workspace, longest, talkative);
        files.restore().restore(workspace, upload.fileId(), talkative);

        from(empty, 1_000).rebuild();

        FileRecord file = empty.findFile(workspace, Slot.of(longest)).orElseThrow();
        assertThat(file.createdBy()).isEqualTo(talkative.truncatedForMetadata());
        assertThat(from(store, 1_000).check().hasDifferences()).isFalse();
    }

    @Test
    void aSecondRebuildChangesNothing() {
        aWorkspaceWithEverything();
        from(empty, 1_000).rebuild();

        RebuildReport again = from(empty, 1_000).rebuild();

        assertThat(again).isEqualTo(new RebuildReport(0, 0, Map.of()));
        assertThat(rebuilt()).isEqualTo(before());
    }

    @Test
    void aRebuildGoesOnWhereItWasBrokenOff() {
        aWorkspaceWithEverything();
        RecordsFromStorage whole = from(empty, 2);
        whole.rebuild();
        assertThat(whole.passed()).hasSizeGreaterThan(4).endsWith("null");

        for (String continuation : whole.passed().subList(0, whole.passed().size() - 1)) {
            emptyStore();
            RecordsFromStorage broken = RecordsFromStorage.of(empty, blobs, untilPage(continuation), upkeep, clock, 2);
            runUntilCrash(broken::rebuild);
            from(empty, 2).rebuild(continuation, null);
            assertThat(rebuilt()).isEqualTo(before());
        }
    }

    @Test
    void aRebuildDiesAfterAnyStepAndTheNextOneEndsIt() {
        aWorkspaceWithEverything();
        boolean crashed = true;
        for (int step = 1; crashed; step += 3) {
            emptyStore();
            CrashAfterStep crash = new CrashAfterStep(step);
            RecordsFromStorage crashing = RecordsFromStorage.of(
                    crash.in(MetadataStore.class, empty), crash.in(BlobStore.class, blobs), listing, upkeep, clock, 4);
            runUntilCrash(crashing::rebuild);
            crashed = crash.hasHappened();

            from(empty, 1_000).rebuild();

            assertThat(rebuilt()).isEqualTo(before());
        }
    }

    @Test
    void aDeletionThatDiedAfterAnyStepComesBackAfterTheNextSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = uploadAndCommit("bytes"),
                crashing -> crashing.delete().delete(workspace, upload[0].fileId(), grace));
    }

    @Test
    void aRestoringThatDiedAfterAnyStepComesBackAfterTheNextSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    upload[0] = uploadAndCommit("old");
                    files.delete().delete(workspace, upload[0].fileId(), grace);
                    uploadAndCommit("new");
                },
                crashing -> crashing.restore().restore(workspace, upload[0].fileId(), ada));
    }

    @Test
    void movedFilesComeBackAtTheirNewPaths() {
        UploadLink once = committedAt("once.txt");
        UploadLink twice = committedAt("twice.txt");
        UploadLink later = committedAt("later.txt");
        move(once, "moved/größe € \uD83D\uDE00.txt");
        move(twice, "once.txt");
        move(twice, "twice.txt");
        UploadLink inProgress =
                files.issue().issue(workspace, FilePath.parse("later.txt"), ada, null, null, Declaration.NONE);
        move(later, "moved/later.txt");
        upload(inProgress, "second");
        files.commit().commit(blobName(inProgress));
        UploadLink deleted = committedAt("deleted.txt");
        move(deleted, "moved/deleted.txt");
        files.delete().delete(workspace, deleted.fileId(), ada);
        sweepAfter(Duration.ofMinutes(6));

        assertThat(from(store, 1_000).check().hasDifferences()).isFalse();
        from(empty, 1_000).rebuild();

        assertThat(rebuilt()).isEqualTo(before()).hasSize(4 + 5);
        assertThat(empty.findFile(workspace, later.fileId()))
                .get()
                .returns("moved/later.txt", file -> file.path().value());
    }

    /** The paths were exchanged by way of a third one. */
    @Test
    void filesThatExchangedTheirPathsComeBackSo() {
        UploadLink one = committedAt("one.txt");
        UploadLink other = committedAt("other.txt");
        move(one, "third.txt");
        move(other, "one.txt");
        move(one, "other.txt");

        RebuildReport report = from(empty, 1_000).rebuild();

        assertThat(report).isEqualTo(new RebuildReport(2, 2, Map.of()));
        assertThat(empty.findFile(workspace, Slot.of(FilePath.parse("other.txt"))))
                .get()
                .returns(one.fileId(), FileRecord::id);
    }

    @Test
    void aMoveThatDiedAfterAnyStepComesBackAfterTheNextSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = uploadAndCommit("bytes"),
                crashing ->
                        crashing.move().move(workspace, upload[0].fileId(), FilePath.parse("moved.csv"), ada, null));
    }

    private void move(UploadLink file, String to) {
        files.move().move(workspace, file.fileId(), FilePath.parse(to), ada, null);
    }

    @Test
    void aCommitThatDiedAfterAnyStepComesBackAfterTheNextSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = uploaded("bytes"),
                crashing -> crashing.commit().commit(blobName(upload[0])));
    }

    @Test
    void aSupersededCommitThatDiedAfterAnyStepNeverComesBackAsTheLatest() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> {
                    upload[0] = files.issue()
                            .issue(workspace, report, ada, UploadCondition.noSuchFile(), null, Declaration.NONE);
                    uploadAndCommit("faster");
                    upload(upload[0], "slower");
                },
                crashing -> crashing.commit().commit(blobName(upload[0])));
    }

    @Test
    void ofTwoFilesOnOnePathTheSecondComesBackBesideIt() {
        UploadLink old = uploadAndCommit("old");
        files.delete().delete(workspace, report, ada);
        UploadLink now = uploadAndCommit("new");
        blobs.removeMarker(workspace, old.fileId());

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild();

        assertThat(records.found()).extracting(Finding::kind).containsExactly(Finding.Kind.RENAMED);
        assertThat(List.of(old, now))
                .extracting(upload -> empty.findFile(workspace, upload.fileId())
                        .orElseThrow()
                        .path()
                        .name())
                .containsExactlyInAnyOrder("report.csv", "report (restored 1).csv");
        assertThat(from(empty, 1_000).check().hasDifferences()).isFalse();
    }

    @Test
    void aFileWhoseRetentionIsOverIsPurged() {
        UploadLink upload = uploadAndCommit("bytes");
        files.delete().delete(workspace, report, ada);
        clock.move(Duration.ofDays(31));

        from(empty, 1_000).rebuild();

        assertThat(empty.findFile(workspace, upload.fileId()).orElseThrow().state())
                .isEqualTo(FileState.PURGING);
        files = UseCases.over(empty, blobs, clock);
        sweepAfter(Duration.ZERO);
        assertThat(listing.list(null, 10).items()).isEmpty();
    }

    @Test
    void bytesThatNobodyHadRecordedAreReported() {
        UploadLink upload = uploaded("bytes");

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild();

        assertThat(records.found())
                .containsExactly(new Finding(Finding.Kind.UNDESCRIBED, "version " + blobName(upload), ""));
        assertThat(rebuilt()).isEmpty();
    }

    @Test
    void bytesWrittenOverASealedVersionNeverComeBackForIt() {
        UploadLink upload = uploaded("first");
        VersionDescription description = VersionDescription.of(
                store.findFile(workspace, upload.fileId()).orElseThrow(), record(upload), clock.instant());
        files.commit().commit(blobName(upload));
        client.breakLease(upload.link());
        upload(upload, "second");
        blobs.seal(blobName(upload), description, null);

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild();

        assertThat(records.found()).isEmpty();
        assertThat(rebuilt()).isEqualTo(before());
    }

    @Test
    void whatASnapshotClaimsThatWasTakenBeforeTheSealCountsForNothing() {
        UploadLink upload = uploaded("bytes");
        snapshotForged(upload);
        files.commit().commit(blobName(upload));

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild(null, clock.instant().plus(Duration.ofDays(1)));

        assertThat(records.found()).isEmpty();
        assertThat(rebuilt()).isEqualTo(before()).hasSize(2);
    }

    @Test
    void whatASnapshotClaimsOfAnUploadThatWasNeverSealedCountsForNothing() {
        UploadLink upload = uploaded("bytes");
        snapshotForged(upload);

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild();

        assertThat(records.found())
                .containsExactly(new Finding(
                        Finding.Kind.UNDESCRIBED, "version " + blobName(upload), "but for what its snapshots claim"));
        assertThat(rebuilt()).isEmpty();
    }

    @Test
    void aMissingDescriptionIsReportedAndNothingIsGuessed() {
        UploadLink lost = uploadAndCommit("first");
        UploadLink spoilt = uploadAndCommit("second");
        operator.removeDescription(blobName(lost));
        operator.spoilDescription(blobName(spoilt));

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild();

        assertThat(records.found())
                .extracting(Finding::kind, Finding::what)
                .containsExactly(
                        tuple(Finding.Kind.UNDESCRIBED, "version " + blobName(lost)),
                        tuple(Finding.Kind.UNDESCRIBED, "version " + blobName(spoilt)));
        assertThat(rebuilt()).isEmpty();
    }

    @Test
    void aVersionWhoseBytesAreGoneIsReported() {
        UploadLink kept = uploadAndCommit("first");
        UploadLink lost = uploadAndCommit("second");
        String snapshot = Objects.requireNonNull(record(lost).blob()).snapshot();
        operator.removeSnapshot(blobName(lost), snapshot);

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild();

        assertThat(records.found())
                .containsExactly(new Finding(
                        Finding.Kind.LOST, "version " + blobName(lost), "its snapshot " + snapshot + " is not stored"));
        assertThat(empty.findFile(workspace, kept.fileId()).orElseThrow().latestVersionId())
                .isEqualTo(kept.versionId());
    }

    @Test
    void recordsOfAnOlderBackupAreBroughtUpToDate() {
        aWorkspaceWithEverything();
        from(empty, 1_000).rebuild();
        uploadAndCommit("since the backup");

        from(empty, 1_000).rebuild();

        assertThat(rebuilt()).isEqualTo(before());
    }

    private StoredBlobs untilPage(String last) {
        return new StoredBlobs() {
            @Override
            public Batch<StoredBlob> list(@Nullable String continuation, int limit) {
                if (last.equals(continuation)) {
                    throw new SimulatedCrash();
                }
                return listing.list(continuation, limit);
            }

            @Override
            public Optional<StoredBlob.Version> find(BlobName name) {
                return listing.find(name);
            }
        };
    }

    /** Once for each step: the use case dies after it, a sweep follows, and a rebuild gives what is on record. */
    private void crashAfterEveryStep(Runnable before, Consumer<UseCases> useCase) {
        crashAfterEveryStep(before, useCase, () -> {
            sweepAfter(Duration.ofMinutes(6));

            from(empty, 1_000).rebuild();

            assertThat(withoutSnapshots(rebuilt())).isEqualTo(withoutSnapshots(before()));
            RecordsFromStorage checked = from(store, 1_000);
            checked.check();
            assertThat(checked.found()).isEmpty();
        });
    }

    /** A commit that was broken off leaves a spare snapshot of the same bytes, sealed a little earlier: that one is taken. */
    private static List<String> withoutSnapshots(List<Object> records) {
        return records.stream()
                .map(record -> record.toString()
                        .replaceAll("snapshot=[^,]*", "snapshot")
                        .replaceAll("committedAt=[^,]*", "committedAt"))
                .toList();
    }
}
