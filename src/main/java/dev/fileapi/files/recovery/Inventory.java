package dev.fileapi.files.recovery;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileMetrics;
import dev.fileapi.files.store.InventoryPlace;
import dev.fileapi.files.store.InventoryPlaces;
import dev.fileapi.files.store.InventoryReport;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through all of blob storage again and again, a slice at a time: tells what no record explains, and tidies what is final. Where it
 * goes on is kept in blob storage, so that every worker can.
 */
@Singleton
public final class Inventory {

    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);
    private static final int THREADS = 8;

    /** How many blobs are looked at between two looks at the clock. */
    private static final int CHUNK = 50;

    /** How often in a row a continuation may fail before it is given up. */
    private static final int MOST_FAILURES = 3;

    private final StoredBlobs blobs;
    private final InventoryPlaces places;
    private final InspectBlob inspection;
    private final InventorySettings settings;
    private final FileMetrics metrics;
    private final Clock clock;
    private final WorkerThreads threads;

    Inventory(
            StoredBlobs blobs,
            InventoryPlaces places,
            InspectBlob inspection,
            InventorySettings settings,
            FileMetrics metrics,
            Clock clock) {
        this.blobs = blobs;
        this.places = places;
        this.inspection = inspection;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.threads = new WorkerThreads("inventory", THREADS);
    }

    /** Looks at the next slice. Never fails: what cannot be looked at is left to the next pass, and the slice to the next call. */
    public void run(Instant deadline) {
        if (settings.blobs() == 0 || !clock.instant().isBefore(deadline)) {
            return;
        }
        try {
            InventoryPlace place = places.read();
            Batch<StoredBlob> slice = list(place);
            InventoryTally tally = new InventoryTally();
            if (look(slice.items(), tally, deadline)) {
                places.keep(new InventoryPlace(slice.continuation(), 0));
                InventoryReport report = tally.report(slice.continuation() == null);
                LOG.info("inventory: {}", report);
                metrics.inventoried(report);
            }
        } catch (RuntimeException e) {
            LOG.warn("inventory failed, it goes on with the next sweep", e);
        }
    }

    /** A continuation that the service does not take any more must not stop the inventory for good. */
    private Batch<StoredBlob> list(InventoryPlace place) {
        try {
            return blobs.list(place.continuation(), settings.blobs());
        } catch (RuntimeException e) {
            int failures = place.failures() + 1;
            places.keep(
                    failures < MOST_FAILURES
                            ? new InventoryPlace(place.continuation(), failures)
                            : InventoryPlace.BEGINNING);
            throw e;
        }
    }

    /** Whether all was looked at before the deadline. */
    private boolean look(List<StoredBlob> slice, InventoryTally tally, Instant deadline) {
        for (int from = 0; from < slice.size(); from += CHUNK) {
            if (!clock.instant().isBefore(deadline)) {
                LOG.info("inventory not finished, the slice is repeated with the next sweep");
                return false;
            }
            List<StoredBlob> chunk = slice.subList(from, Math.min(from + CHUNK, slice.size()));
            threads.each(chunk, inspection::inspect).forEach(tally::add);
        }
        return true;
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
