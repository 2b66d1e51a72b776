package dev.fileapi.files.recovery;

import dev.fileapi.files.Deadlines;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.VersionUpkeep;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is stored of a version beside the bytes that its readers get, once no link to write it has lived for a day. Does nothing
 * unless record and description agree on those bytes, and they are there.
 */
@Singleton
final class TidyVersion {

    private static final Logger LOG = LoggerFactory.getLogger(TidyVersion.class);
    private static final Duration AFTER_LAST_LINK = Duration.ofDays(1);

    private final MetadataStore store;
    private final VersionUpkeep upkeep;
    private final Deadlines deadlines;
    private final Clock clock;

    TidyVersion(MetadataStore store, VersionUpkeep upkeep, Deadlines deadlines, Clock clock) {
        this.store = store;
        this.upkeep = upkeep;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Returns whether anything was changed. */
    boolean tidy(StoredBlob.Version stored, @Nullable VersionRecord record) {
        BlobInfo recorded = record == null ? null : record.blob();
        if (record == null || recorded == null || !isSettled(stored, record, recorded)) {
            return false;
        }
        Spares spares = new Spares(stored, record, recorded);
        Optional<StoredBlob.Base> overwritten = spares.overwrittenBase();
        boolean archived = stored.snapshot(recorded.snapshot())
                .filter(StoredBlob.Snapshot::archived)
                .isPresent();
        if ((spares.snapshots().isEmpty() && overwritten.isEmpty() && !archived)
                || isServedOtherwise(record, recorded)) {
            return false;
        }
        BlobName name = stored.name();
        spares.snapshots().forEach(snapshot -> upkeep.removeSnapshot(name, snapshot.id()));
        overwritten.ifPresent(base -> upkeep.empty(name, base.etag()));
        if (archived) {
            upkeep.unarchive(name, recorded.snapshot());
        }
        LOG.info(
                "tidied: blob={} snapshots_removed={} bytes_removed={} unarchived={}",
                name,
                spares.snapshots().size(),
                overwritten.map(StoredBlob.Base::size).orElse(0L),
                archived);
        return true;
    }

    private boolean isSettled(StoredBlob.Version stored, VersionRecord record, BlobInfo recorded) {
        return CompareVersion.isFinal(record)
                && deadlines
                        .linkExpired(record.linkExpiresAt())
                        .plus(AFTER_LAST_LINK)
                        .isBefore(clock.instant())
                && stored.backed()
                        .filter(described -> described.facts().snapshot().equals(recorded.snapshot()))
                        .isPresent();
    }

    /** The file's own record says what readers of its latest version get. */
    private boolean isServedOtherwise(VersionRecord record, BlobInfo recorded) {
        CommittedVersion latest = store.findFile(record.workspace(), record.fileId())
                .map(FileRecord::latest)
                .orElse(null);
        return latest != null
                && latest.id().equals(record.id())
                && !latest.blob().snapshot().equals(recorded.snapshot());
    }
}
