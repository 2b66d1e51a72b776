package dev.fileapi.files.recovery;

import dev.fileapi.files.store.StoredBlobs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the records whole again from blob storage alone. Writes only what is missing, so that it may be broken off anywhere and
 * repeated.
 *
 * <p>What storage does not hold is lost with the records: uploads in progress, bytes not yet recorded, idempotency
 * keys, and what was deleted or restored but not yet marked, in the last minutes.
 */
@Singleton
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PAGE = 1_000;

    private final StoredBlobs blobs;
    private final RebuildFile files;
    private final int pageSize;

    @Inject
    Rebuild(StoredBlobs blobs, RebuildFile files) {
        this(blobs, files, PAGE);
    }

    Rebuild(StoredBlobs blobs, RebuildFile files, int pageSize) {
        this.blobs = blobs;
        this.files = files;
        this.pageSize = pageSize;
    }

    /**
     * Writes what is missing.
     *
     * @param continuation where an earlier run got to, as {@link RebuildProgress#passed} was told; null: from the beginning
     * @param claimsBefore versions issued before this time that have no description are taken as their snapshots describe them, and
     *     described that way, as earlier releases did; a holder of the upload link may have forged that. null: none
     */
    public RebuildReport run(@Nullable String continuation, @Nullable Instant claimsBefore, RebuildProgress progress) {
        RebuildReport report = new BlobListing(blobs, pageSize)
                .workOn("rebuild", continuation, file -> files.rebuild(file, claimsBefore), progress);
        LOG.info("rebuilt: {}", report);
        return report;
    }
}
