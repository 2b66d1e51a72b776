package dev.fileapi.files.sweep;

import dev.fileapi.files.Deadlines;
import dev.fileapi.files.SettleLatest;
import dev.fileapi.files.WriteMarker;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes one file that is due: removes it when it was left empty, settles its latest version, writes its marker, purges it when its
 * retention has ended.
 */
@Singleton
public final class SweepFile {

    private static final Logger LOG = LoggerFactory.getLogger(SweepFile.class);
    private static final int BATCH = 100;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final SettleLatest settle;
    private final WriteMarker markers;
    private final Deadlines deadlines;
    private final Clock clock;

    public SweepFile(
            MetadataStore store,
            BlobStore blobs,
            SettleLatest settle,
            WriteMarker markers,
            Deadlines deadlines,
            Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.settle = settle;
        this.markers = markers;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    SweepOutcome check(FileRecord file) {
        return switch (file.state()) {
            case LIVE -> file.isNascent() ? removeIfEmpty(file) : marked(file, null);
            case DELETED -> checkDeleted(file, purgeAt(file));
            case PURGING -> purge(file);
        };
    }

    private Instant purgeAt(FileRecord file) {
        Deletion deletion = file.deletion();
        return deadlines.purgeAt(deletion == null ? file.createdAt() : deletion.at());
    }

    private SweepOutcome checkDeleted(FileRecord file, Instant purgeAt) {
        if (clock.instant().isBefore(purgeAt)) {
            return marked(file, purgeAt);
        }
        return store.replaceFile(file.purging()) instanceof FileWrite.Written written
                ? purge(written.file())
                : SweepOutcome.KEPT;
    }

    private SweepOutcome marked(FileRecord file, @Nullable Instant nextCheckAt) {
        settle.settle(file);
        markers.write(file);
        store.replaceFile(file.withNextCheckAt(nextCheckAt));
        return SweepOutcome.KEPT;
    }

    private SweepOutcome removeIfEmpty(FileRecord file) {
        List<VersionRecord> versions = versions(file, 1);
        if (!versions.isEmpty()) {
            store.replaceFile(
                    file.withNextCheckAt(deadlines.discardAt(versions.get(0).linkExpiresAt())));
            return SweepOutcome.KEPT;
        }
        return removed(file, SweepOutcome.DISCARDED);
    }

    /** The file's record goes last: while it stands, a crash in between is made good by the next sweep. */
    private SweepOutcome purge(FileRecord file) {
        List<VersionRecord> versions = versions(file, BATCH);
        while (!versions.isEmpty()) {
            for (VersionRecord version : versions) {
                blobs.delete(version.blobName());
                store.removeVersion(version);
            }
            versions = versions(file, BATCH);
        }
        blobs.removeMarker(file.workspace(), file.id());
        return removed(file, SweepOutcome.PURGED);
    }

    private SweepOutcome removed(FileRecord file, SweepOutcome result) {
        if (!store.removeFile(file)) {
            return SweepOutcome.KEPT;
        }
        LOG.info("file removed: file={} result={}", file.id(), result);
        return result;
    }

    private List<VersionRecord> versions(FileRecord file, int limit) {
        return store.findVersions(file.workspace(), file.id(), EnumSet.allOf(VersionState.class), null, limit);
    }
}
