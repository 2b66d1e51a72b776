package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.Deadlines;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.InventoryPlace;
import dev.fileapi.files.store.InventoryReport;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.testing.NoFileMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The inventory goes through all that is stored, a slice at a time, tells what nothing explains and tidies what is final. */
class InventoryTest extends StorageTestBase {

    private static final Duration DAYS = Duration.ofDays(2);

    private final List<InventoryReport> reports = new ArrayList<>();

    @Test
    void sliceBySliceItGoesThroughEverythingAndBeginsAnew() {
        aWorkspaceWithEverything();
        int everything = listing.list(null, 1_000).items().size();

        untilTheEnd(3);

        assertThat(reports).hasSizeGreaterThan(4);
        assertThat(reports.stream().mapToInt(InventoryReport::blobs).sum()).isEqualTo(everything);
        assertThat(reports).allMatch(report -> report.findings().isEmpty() && report.failed() == 0);
        assertThat(places.read()).isEqualTo(InventoryPlace.BEGINNING);
    }

    @Test
    void itCountsWhatNoRecordExplains() {
        UploadLink orphan = uploaded("bytes");
        store.removeVersion(record(orphan));
        UploadLink undescribed = committedAt("undescribed.txt");
        operator.removeDescription(blobName(undescribed));
        UploadLink marked = committedAt("marked.txt");
        files.delete().delete(workspace, marked.fileId(), ada);
        store.removeFile(store.findFile(workspace, marked.fileId()).orElseThrow());
        operator.put("other.txt", "bytes");
        clock.move(DAYS);

        inventory(1_000);

        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).findings()).isEqualTo(Map.of("orphan", 3L, "undescribed", 1L));
        assertThat(reports.get(0).tidied()).isZero();
        assertThat(container.blobNames()).contains(blobName(orphan).toString(), "other.txt");
    }

    @Test
    void spareSnapshotsGoADayAfterTheLastLink() {
        UploadLink upload = uploaded("bytes");
        snapshotForged(upload);
        files.commit().commit(blobName(upload));
        client.snapshot(upload.link());
        inventory(1_000);
        assertThat(container.snapshots(blobName(upload))).as("within the day").hasSize(3);

        clock.move(DAYS);
        inventory(1_000);

        assertThat(reports.get(1).tidied()).isEqualTo(1);
        assertThat(container.snapshots(blobName(upload)))
                .containsExactly(Objects.requireNonNull(record(upload).blob()).snapshot());
        assertThat(download(read().download())).isEqualTo("bytes");
        inventory(1_000);
        assertThat(reports.get(2)).returns(0, InventoryReport::tidied).returns(Map.of(), InventoryReport::findings);
    }

    @Test
    void aBlobThatWasWrittenAgainIsEmptiedADayAfterTheLastLink() {
        UploadLink upload = uploadAndCommit("bytes");
        client.breakLease(upload.link());
        upload(upload, "much more of something else");
        client.stage(upload.link(), "a", "and a block");
        client.takeLease(upload.link(), "0a000000-0000-4000-8000-000000000001");

        clock.move(DAYS);
        inventory(1_000);

        assertThat(reports.get(0))
                .returns(1, InventoryReport::tidied)
                .returns(Map.of("overwritten", 1L), InventoryReport::findings);
        assertThat(listing.find(blobName(upload)).orElseThrow().base())
                .extracting(StoredBlob.Base::size)
                .isEqualTo(0L);
        assertThat(download(read().download())).isEqualTo("bytes");
        inventory(1_000);
        assertThat(reports.get(1)).returns(0, InventoryReport::tidied).returns(Map.of(), InventoryReport::findings);
        from(empty, 1_000).rebuild();
        assertThat(rebuilt()).isEqualTo(before());
    }

    @Test
    void theBlobOfAnHonestVersionStaysAsItIs() {
        UploadLink upload = uploadAndCommit("bytes");
        StoredBlob.Version before = listing.find(blobName(upload)).orElseThrow();
        clock.move(DAYS);

        inventory(1_000);

        assertThat(listing.find(blobName(upload))).contains(before);
    }

    @Test
    void aSnapshotInTheArchiveTierIsBroughtBack() {
        UploadLink upload = uploadAndCommit("bytes");
        StoredBlob.Version listed = listing.find(blobName(upload)).orElseThrow();
        StoredBlob.Snapshot snapshot = listed.snapshots().get(0);
        // Azurite takes the tier of a snapshot for that of its blob
        StoredBlob.Version archived = new StoredBlob.Version(
                listed.name(),
                listed.described(),
                listed.base(),
                List.of(new StoredBlob.Snapshot(snapshot.id(), snapshot.etag(), true)),
                List.of(),
                listed.writtenAt());
        CallsOfUpkeep calls = new CallsOfUpkeep();
        clock.move(DAYS);

        boolean tidied =
                new TidyVersion(store, calls, new Deadlines(UseCases.SETTINGS), clock).tidy(archived, record(upload));

        assertThat(tidied).isTrue();
        assertThat(calls.made()).containsExactly("unarchive " + snapshot.id());
        upkeep.unarchive(blobName(upload), snapshot.id());
        assertThat(download(read().download())).isEqualTo("bytes");
    }

    @Test
    void nothingIsTidiedThatIsNotSurelyFinal() {
        UploadLink pending = uploaded("pending");
        UploadLink undescribed = uploadAndCommit("undescribed");
        operator.removeDescription(blobName(undescribed));
        UploadLink unrecorded = committedAt("unrecorded.txt");
        store.removeVersion(record(unrecorded));
        List<UploadLink> all = List.of(pending, undescribed, unrecorded);
        all.forEach(upload -> client.snapshot(upload.link()));
        List<List<String>> before =
                all.stream().map(each -> container.snapshots(blobName(each))).toList();
        clock.move(DAYS);

        inventory(1_000);

        assertThat(all.stream().map(each -> container.snapshots(blobName(each))))
                .isEqualTo(before);
        assertThat(reports.get(0).tidied()).isZero();
    }

    @Test
    void afterItsDeadlineItRepeatsTheSlice() {
        uploadAndCommit("bytes");
        places.keep(new InventoryPlace(null, 1));

        inventory(listing, 1_000).run(clock.instant());

        assertThat(reports).isEmpty();
        assertThat(places.read()).isEqualTo(new InventoryPlace(null, 1));
    }

    @Test
    void itCanBeSwitchedOff() {
        uploadAndCommit("bytes");

        inventory(0);

        assertThat(reports).isEmpty();
    }

    @Test
    void aPlaceThatCannotBeListedAnyMoreIsGivenUpAfterThreeFailures() {
        aWorkspaceWithEverything();
        inventory(2);
        InventoryPlace place = places.read();
        Inventory failing = inventory(new FailingList(), 2);

        List.of(1, 2).forEach(failures -> {
            failing.run(clock.instant().plus(DAYS));
            assertThat(places.read()).isEqualTo(new InventoryPlace(place.continuation(), failures));
        });
        failing.run(clock.instant().plus(DAYS));

        assertThat(places.read()).isEqualTo(InventoryPlace.BEGINNING);
    }

    private void untilTheEnd(int slice) {
        do {
            inventory(slice);
        } while (!reports.get(reports.size() - 1).last());
    }

    private void inventory(int slice) {
        inventory(listing, slice).run(clock.instant().plus(Duration.ofMinutes(5)));
    }

    private Inventory inventory(StoredBlobs blobsThere, int slice) {
        RecordsFromStorage records = from(store, 1_000);
        TidyVersion tidying = new TidyVersion(store, upkeep, new Deadlines(UseCases.SETTINGS), clock);
        return new Inventory(
                blobsThere,
                places,
                new InspectBlob(store, blobs, records.version(), tidying),
                new InventorySettings(slice),
                new NoFileMetrics() {
                    @Override
                    public void inventoried(InventoryReport report) {
                        reports.add(report);
                    }
                },
                clock);
    }

    private static final class FailingList implements StoredBlobs {

        @Override
        public Batch<StoredBlob> list(@Nullable String continuation, int limit) {
            throw new BlobStoreException("The blob service answered 400 OutOfRangeQueryParameterValue.", null);
        }

        @Override
        public Optional<StoredBlob.Version> find(BlobName name) {
            return Optional.empty();
        }
    }
}
