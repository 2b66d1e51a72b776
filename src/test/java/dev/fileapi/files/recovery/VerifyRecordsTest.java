package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fileapi.files.UploadLink;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.recovery.Finding.Kind;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                        first.versionId(), bytes, record(first).createdAt(), ada))
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
