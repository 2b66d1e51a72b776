package dev.fileapi.files.recovery;

import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.store.StoredBlobs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Describes the versions that earlier releases sealed, by what is on record of them: without a description they do not come back when
 * the records are lost. Writes only what is missing, so that it may be broken off anywhere and repeated, also beside the service.
 */
@Singleton
public final class Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);
    private static final int PAGE = 1_000;
    private static final int THREADS = 16;

    private final StoredBlobs blobs;
    private final DescribeFile files;
    private final int pageSize;

    @Inject
    Upgrade(StoredBlobs blobs, DescribeFile files) {
        this(blobs, files, PAGE);
    }

    Upgrade(StoredBlobs blobs, DescribeFile files, int pageSize) {
        this.blobs = blobs;
        this.files = files;
        this.pageSize = pageSize;
    }

    /**
     * Describes what is not described yet.
     *
     * @param continuation where an earlier run got to, as {@link RebuildProgress#passed} was told; null: from the beginning
     */
    public RebuildReport run(@Nullable String continuation, RebuildProgress progress) {
        RebuildTally tally = new RebuildTally(progress);
        try (WorkerThreads threads = new WorkerThreads("upgrade", THREADS)) {
            new BlobListing(blobs, pageSize).forEach(continuation, page -> {
                threads.each(page.files(), files::describe).forEach(tally::add);
                progress.passed(tally.report(), page.continuation());
            });
        }
        LOG.info("upgraded: {}", tally.report());
        return tally.report();
    }
}
