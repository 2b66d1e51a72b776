package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.recovery.Finding.Kind;
import dev.fileapi.files.store.InventoryPlace;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever records and storage do not agree on is found, record by record. */
class VerifyRecordsTest extends StorageTestBase {

    private UploadLink first;
    private UploadLink second;

    @BeforeEach
    void fillStore() {
        first = uploadAndCommit("first");
        second = uploadAndCommit("second");
        committedAt("other.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void nothingIsFoundWhereAllIsWell(int pageSize) {
        aWorkspaceWithEverything();
        uploaded("not recorded yet");
        UploadLink cancelled = issue();
        files.uploads().cancel(workspace, cancelled.fileId(), cancelled.versionId());
        upload(cancelled, "too late");

        RecordsFromStorage records = from(store, pageSize);

        assertThat(records.check().hasDifferences()).isFalse();
        assertThat(records.found()).isEmpty();
    }

    @Test
    void aMissingVersionIsFound() {
        store.removeVersion(record(first));

        assertFound(Kind.MISSING, "version " + blobName(first));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void anExtraVersionIsFound(int pageSize) {
        blobs.delete(blobName(first));

        assertThat(found(pageSize)).containsExactly(new Finding(Kind.EXTRA, "version " + blobName(first), ""));
    }

    @Test
    void aMissingFileIsFound() {
        store.removeFile(file());

        assertFound(Kind.MISSING, fileName());
    }

    @Test
    void anExtraFileIsFound() {
        blobs.delete(blobName(first));
        blobs.delete(blobName(second));

        assertFound(Kind.EXTRA, fileName());
    }

    @Test
    void anotherPathIsFound() {
        store.replaceFile(FileRecordBuilder.from(file()).path("elsewhere.csv").build());

        List<Finding> found = found(1_000);

        assertThat(found).extracting(Finding::kind, Finding::what).containsExactly(tuple(Kind.DIFFERENT, fileName()));
        assertThat(found.get(0).detail()).isEqualTo("path: stored " + report + ", recorded elsewhere.csv");
    }

    @Test
    void aDeletionThatStorageDoesNotKnowIsFound() {
        files.delete().delete(workspace, report, grace);
        blobs.removeMarker(workspace, first.fileId());

        assertThat(found(1_000)).extracting(Finding::kind).containsExactly(Kind.DIFFERENT);
    }

    @Test
    void anotherAuthorOrOtherBytesAreFound() {
        VersionRecord record = record(first);
        BlobInfo facts = Objects.requireNonNull(record.blob());
        BlobInfo others = new BlobInfo(7, facts.etag(), facts.snapshot(), facts.contentMd5(), facts.contentType());
        store.replaceVersion(
                VersionRecordBuilder.from(record).createdBy(grace).blob(others).build());

        List<Finding> found = found(1_000);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).detail()).contains("created_by: stored", "size: stored 5, recorded 7");
    }

    @Test
    void anOlderLatestVersionIsFound() {
        BlobInfo bytes = Objects.requireNonNull(record(first).blob());
        store.replaceFile(FileRecordBuilder.from(file())
                .latest(new CommittedVersion(
                        first.versionId(),
                        bytes,
                        VersionDetails.NONE,
                        record(first).createdAt(),
                        ada))
                .build());

        List<Finding> found = found(1_000);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).detail()).startsWith("latest version");
    }

    @Test
    void aBlobThatNoRecordKnowsIsAnOrphanAfterADay() {
        UploadLink upload = uploaded("bytes");
        store.removeVersion(record(upload));
        assertThat(found(1_000)).isEmpty();

        clock.move(Duration.ofDays(2));

        assertFound(Kind.ORPHAN, "version " + blobName(upload));
        assertThat(from(store, 1_000).check().hasDifferences()).isFalse();
    }

    @Test
    void aMarkThatIsLeftAloneIsAnOrphan() {
        FileMarker marker = new FileMarker(workspace, FileId.random(), report, clock.instant(), ada, null);
        blobs.putMarker(marker, null);

        assertFound(Kind.ORPHAN, Finding.file(workspace, marker.fileId()));
    }

    @Test
    void aVersionThatNothingDescribesIsFound() {
        operator.removeDescription(blobName(first));

        assertFound(Kind.UNDESCRIBED, "version " + blobName(first));
        assertThat(from(store, 1_000).check().hasDifferences()).isTrue();
    }

    @Test
    void aVersionWhoseSnapshotIsGoneIsFound() {
        String snapshot = Objects.requireNonNull(record(first).blob()).snapshot();
        operator.removeSnapshot(blobName(first), snapshot);

        assertThat(found(1_000))
                .containsExactly(new Finding(
                        Kind.EXTRA, "version " + blobName(first), "its snapshot " + snapshot + " is not stored"));
    }

    @Test
    void aDescriptionThatIsLeftAloneIsAnOrphanAfterADay() {
        UploadLink upload = uploadAndCommit("bytes");
        store.removeVersion(record(upload));
        operator.removeWithSnapshots(blobName(upload));
        assertThat(found(1_000)).extracting(Finding::kind).doesNotContain(Kind.ORPHAN);

        clock.move(Duration.ofDays(2));

        assertThat(found(1_000))
                .contains(new Finding(
                        Kind.ORPHAN, "version " + blobName(upload), "nothing but its description is stored"));
    }

    @ParameterizedTest
    @MethodSource("oddUploads")
    void noMarkAndNoTypeHidesABlob(Consumer<URI> write) {
        UploadLink upload = issue();
        write.accept(upload.link());
        store.removeVersion(record(upload));
        clock.move(Duration.ofDays(2));

        assertFound(Kind.ORPHAN, "version " + blobName(upload));
    }

    static Stream<Named<Consumer<URI>>> oddUploads() {
        LinkHolder client = new LinkHolder();
        return Stream.of(
                Named.of("marked as discarded", link -> client.put(link, "bytes", "x-ms-meta-discarded", "true")),
                Named.of("marked as superseded", link -> {
                    client.put(link, "bytes");
                    client.snapshot(link, "x-ms-meta-fileapi_superseded", "true");
                }),
                Named.of("an append blob", link -> client.create(link, "AppendBlob")),
                Named.of("a page blob", link -> client.create(link, "PageBlob")));
    }

    @Test
    void aBlobOfAnotherNameIsAnOrphanAfterADay() {
        operator.put("other.txt", "bytes");
        operator.put(blobName(first) + ".description.old", "bytes");
        places.keep(InventoryPlace.BEGINNING);
        assertThat(found(1_000)).isEmpty();

        clock.move(Duration.ofDays(2));

        assertThat(found(1_000))
                .containsExactly(
                        new Finding(Kind.ORPHAN, "blob " + blobName(first) + ".description.old", ""),
                        new Finding(Kind.ORPHAN, "blob other.txt", ""));
    }

    @Test
    void spareSnapshotsAreFoundAfterADay() {
        client.snapshot(first.link());
        client.snapshot(first.link());
        assertThat(found(1_000)).isEmpty();

        clock.move(Duration.ofDays(2));

        assertThat(found(1_000))
                .containsExactly(new Finding(Kind.SPARE, "version " + blobName(first), "2 spare snapshots"));
        assertThat(from(store, 1_000).check().hasDifferences()).isFalse();
    }

    @Test
    void aBlobThatWasWrittenAgainAfterTheSealIsFound() {
        client.breakLease(first.link());
        upload(first, "other bytes");

        assertThat(found(1_000))
                .containsExactly(new Finding(Kind.OVERWRITTEN, "version " + blobName(first), "by 11 bytes"));
        assertThat(from(store, 1_000).check().hasDifferences()).isFalse();
    }

    @Test
    void whatASnapshotClaimsThatTheServiceNeverWroteIsNamed() {
        UploadLink upload = uploaded("bytes");
        snapshotForged(upload);
        files.commit().commit(blobName(upload));

        List<Finding> found = found(1_000);

        assertThat(found).extracting(Finding::kind).containsExactly(Kind.FORGED);
        assertThat(found.get(0).what()).isEqualTo("version " + blobName(upload));
        assertThat(found.get(0).detail())
                .startsWith("snapshot " + container.snapshots(blobName(upload)).get(0))
                .contains("claims the path 'salaries/2026.csv' and the author ");
    }

    @Test
    void whatEarlierReleasesWroteIsNotCalledForged() {
        leaveAllAsEarlierReleases();
        from(store, 1_000).upgrade();
        files.delete().delete(workspace, report, ada);
        uploadAndCommit("in its place");
        files.restore().restore(workspace, first.fileId(), ada);

        assertThat(found(1_000)).isEmpty();
    }

    private void assertFound(Kind kind, String what) {
        assertThat(found(1_000)).extracting(Finding::kind, Finding::what).contains(tuple(kind, what));
    }

    private List<Finding> found(int pageSize) {
        RecordsFromStorage records = from(store, pageSize);
        records.check();
        return records.found();
    }

    private FileRecord file() {
        return store.findFile(workspace, first.fileId()).orElseThrow();
    }

    private String fileName() {
        return Finding.file(workspace, first.fileId());
    }
}
