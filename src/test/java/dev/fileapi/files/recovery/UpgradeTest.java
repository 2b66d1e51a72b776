package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What earlier releases left in storage serves a rebuild as well, once it has been upgraded. */
class UpgradeTest extends StorageTestBase {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void whatEarlierReleasesRecordedComesBackAfterAnUpgrade(int pageSize) {
        aWorkspaceWithEverything();
        leaveAllAsEarlierReleases();

        RebuildReport report = from(store, pageSize).upgrade();

        assertThat(report.versions()).isEqualTo(8);
        assertThat(report.findings()).isEmpty();
        from(empty, pageSize).rebuild();
        assertThat(rebuilt()).isEqualTo(before()).hasSize(5 + 8);
        assertThat(from(empty, pageSize).check().hasDifferences()).isFalse();
    }

    @Test
    void whatIsOnRecordOfDetailsIsDescribed() {
        UploadLink upload = committedAt("told.csv", toldOf("told.csv"));
        operator.removeDescription(blobName(upload));

        from(store, 1_000).upgrade();

        assertThat(Objects.requireNonNull(
                                listing.find(blobName(upload)).orElseThrow().described())
                        .description()
                        .details())
                .isEqualTo(record(upload).details())
                .returns("text/csv; charset=utf-8", VersionDetails::contentType);
    }

    @Test
    void aVersionOfAnEarlierReleaseGetsItsSha256AfterAnUpgrade() {
        UploadLink upload = uploadAndCommit("bytes");
        leaveAllAsEarlierReleases();
        from(store, 1_000).upgrade();

        files.verify().run(clock.instant().plus(Duration.ofMinutes(5)));

        String sha256 = Base64.getEncoder().encodeToString(Sha256.of("bytes"));
        assertThat(record(upload).details().checksums().get(ChecksumAlgorithm.SHA_256))
                .isEqualTo(sha256);
        assertThat(read().version().details().checksums().get(ChecksumAlgorithm.SHA_256))
                .isEqualTo(sha256);
        assertThat(from(store, 1_000).check().hasDifferences()).isFalse();
    }

    @Test
    void aSecondUpgradeChangesNothing() {
        aWorkspaceWithEverything();
        leaveAllAsEarlierReleases();
        from(store, 1_000).upgrade();

        assertThat(from(store, 1_000).upgrade()).isEqualTo(new RebuildReport(0, 0, Map.of()));
    }

    @Test
    void anUpgradeGoesOnWhereItWasBrokenOff() {
        UploadLink first = uploadAndCommit("first");
        UploadLink second = uploadAndCommit("second");
        leaveAllAsEarlierReleases();
        RecordsFromStorage whole = from(store, 1);
        whole.upgrade();
        operator.removeDescription(blobName(first));
        operator.removeDescription(blobName(second));

        from(store, 1).upgrade(whole.passed().get(0));

        assertThat(listing.find(blobName(first)).orElseThrow().described()).isNull();
        assertThat(listing.find(blobName(second)).orElseThrow().described()).isNotNull();
    }

    @Test
    void untilThenNothingComesBackAndTheCheckTellsIt() {
        UploadLink upload = uploadAndCommit("bytes");
        leaveAllAsEarlierReleases();

        RecordsFromStorage checked = from(store, 1_000);
        assertThat(checked.check().hasDifferences()).isTrue();
        RecordsFromStorage rebuilding = from(empty, 1_000);
        rebuilding.rebuild();

        assertThat(checked.found())
                .extracting(Finding::kind, Finding::what)
                .containsExactly(tuple(Finding.Kind.UNDESCRIBED, "version " + blobName(upload)));
        assertThat(rebuilding.found()).extracting(Finding::kind).containsExactly(Finding.Kind.UNDESCRIBED);
        assertThat(rebuilt()).isEmpty();
    }

    @Test
    void anUpgradeBelievesTheRecordsAndNoSnapshot() {
        UploadLink upload = uploaded("bytes");
        snapshotForged(upload);
        files.commit().commit(blobName(upload));
        leaveAllAsEarlierReleases();

        from(store, 1_000).upgrade();
        from(empty, 1_000).rebuild();

        assertThat(rebuilt()).isEqualTo(before()).hasSize(2);
    }

    @Test
    void anUpgradeLeavesAloneWhatIsNotFinal() {
        UploadLink pending = uploaded("bytes");
        snapshotForged(pending);
        UploadLink unknown = uploaded("others");
        snapshotForged(unknown);
        store.removeVersion(record(unknown));

        RebuildReport report = from(store, 1_000).upgrade();

        assertThat(report).isEqualTo(new RebuildReport(0, 0, Map.of()));
        assertThat(listing.find(blobName(pending)).orElseThrow().described()).isNull();
        assertThat(listing.find(blobName(unknown)).orElseThrow().described()).isNull();
    }

    @Test
    void anUpgradeTellsWhatItCannotDescribe() {
        UploadLink lost = uploadAndCommit("first");
        UploadLink spoilt = uploadAndCommit("second");
        leaveAsEarlierReleases(record(lost));
        client.snapshot(lost.link());
        operator.removeSnapshot(
                blobName(lost), Objects.requireNonNull(record(lost).blob()).snapshot());
        operator.spoilDescription(blobName(spoilt));

        RecordsFromStorage records = from(store, 1_000);
        RebuildReport report = records.upgrade();

        assertThat(report.hasDifferences()).isTrue();
        assertThat(records.found())
                .extracting(Finding::kind, Finding::what)
                .containsExactly(
                        tuple(Finding.Kind.EXTRA, "version " + blobName(lost)),
                        tuple(Finding.Kind.UNDESCRIBED, "version " + blobName(spoilt)));
    }

    @Test
    void withoutRecordsTheOldestClaimIsTakenIfTheOperatorSaysSo() {
        aWorkspaceWithEverything();
        leaveAllAsEarlierReleases();

        RecordsFromStorage records = from(empty, 3);
        records.rebuild(null, clock.instant());

        assertThat(records.found()).isEmpty();
        assertThat(rebuilt()).isEqualTo(before());
        assertThat(from(empty, 1_000).check().hasDifferences()).isFalse();
        emptyStore();
        from(empty, 1_000).rebuild();
        assertThat(rebuilt()).as("by what was described then").isEqualTo(before());
    }

    @Test
    void claimsThatContradictEachOtherAreNamed() {
        UploadLink upload = uploaded("bytes");
        snapshotForged(upload);
        files.commit().commit(blobName(upload));
        leaveAllAsEarlierReleases();

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild(null, clock.instant());

        assertThat(records.found()).extracting(Finding::kind).containsExactly(Finding.Kind.FORGED);
        assertThat(records.found().get(0).detail())
                .startsWith("its snapshots contradict each other; taken is the path 'salaries/2026.csv'");
    }

    @Test
    void noClaimIsTakenOfAVersionIssuedLater() {
        UploadLink early = uploadAndCommit("early");
        Instant upgraded = clock.instant();
        clock.move(Duration.ofMinutes(1));
        UploadLink late = uploadAndCommit("late");
        leaveAllAsEarlierReleases();

        RecordsFromStorage records = from(empty, 1_000);
        records.rebuild(null, upgraded);

        assertThat(records.found())
                .extracting(Finding::kind, Finding::what)
                .containsExactly(tuple(Finding.Kind.UNDESCRIBED, "version " + blobName(late)));
        assertThat(empty.findFile(workspace, early.fileId()))
                .get()
                .extracting(FileRecord::latestVersionId)
                .isEqualTo(early.versionId());
        files = UseCases.over(empty, blobs, clock);
        assertThat(download(read().download())).isEqualTo("early");
        assertThat(List.of(early, late))
                .extracting(upload -> empty.findVersion(workspace, upload.fileId(), upload.versionId())
                        .map(VersionRecord::id)
                        .isPresent())
                .containsExactly(true, false);
    }
}
