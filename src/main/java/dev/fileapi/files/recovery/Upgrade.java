package dev.fileapi.files.recovery;

import dev.fileapi.files.store.StoredBlobs;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Describes the versions that earlier releases sealed, by what is on record of them: without a description they do not come back when
 * the records are lost. Has those read that have no SHA-256. Writes only what is missing, so that it may be broken off anywhere and repeated, also beside the service.
 */
@Singleton
public final class Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);
    private static final int PAGE = 1_000;

    private final StoredBlobs blobs;
    private final DescribeFile files;
    private final ScheduleReading reading;
    private final int pageSize;

    @Inject
    Upgrade(StoredBlobs blobs, DescribeFile files, ScheduleReading reading) {
        this(blobs, files, reading, PAGE);
    }

    Upgrade(StoredBlobs blobs, DescribeFile files, ScheduleReading reading, int pageSize) {
        this.blobs = blobs;
        this.files = files;
        this.reading = reading;
        this.pageSize = pageSize;
    }

    /**
     * Describes what is not described yet, and has read what was not read yet.
     *
     * @param continuation where an earlier run got to, as {@link RebuildProgress#passed} was told; null: from the beginning
     */
    public RebuildReport run(@Nullable String continuation, RebuildProgress progress) {
        RebuildReport report =
                new BlobListing(blobs, pageSize).workOn("upgrade", continuation, this::upgrade, progress);
        LOG.info("upgraded: {}", report);
        return report;
    }

    private RebuildTally.Result upgrade(FileBlobs stored) {
        RebuildTally.Result described = files.describe(stored);
        reading.schedule(stored);
        return described;
    }
}
