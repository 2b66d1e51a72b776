package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one file that is due: removes it when it was left empty, sees to its mark, purges it when its retention has ended. */
@Singleton
final class CheckFile {

    private static final Logger LOG = LoggerFactory.getLogger(CheckFile.class);
    private static final int BATCH = 100;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final MarkFile marks;
    private final Lifetimes lifetimes;
    private final Clock clock;

    CheckFile(MetadataStore store, BlobStore blobs, MarkFile marks, Lifetimes lifetimes, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.marks = marks;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    CheckResult check(FileRecord file) {
        return switch (file.state()) {
            case LIVE -> file.isNascent() ? removeIfEmpty(file) : marked(file, null);
            case DELETED -> checkDeleted(file, purgeAt(file));
            case PURGING -> purge(file);
        };
    }

    private Instant purgeAt(FileRecord file) {
        Deletion deletion = file.deletion();
        return lifetimes.purge(deletion == null ? file.createdAt() : deletion.at());
    }

    private CheckResult checkDeleted(FileRecord file, Instant purgeAt) {
        if (clock.instant().isBefore(purgeAt)) {
            return marked(file, purgeAt);
        }
        return store.replaceFile(file.purging()) instanceof FileWrite.Written written
                ? purge(written.file())
                : CheckResult.KEPT;
    }

    private CheckResult marked(FileRecord file, @Nullable Instant nextCheckAt) {
        marks.mark(file);
        store.replaceFile(file.withNextCheckAt(nextCheckAt));
        return CheckResult.KEPT;
    }

    private CheckResult removeIfEmpty(FileRecord file) {
        List<VersionRecord> versions = versions(file, 1);
        if (!versions.isEmpty()) {
            store.replaceFile(
                    file.withNextCheckAt(lifetimes.discard(versions.get(0).linkExpiresAt())));
            return CheckResult.KEPT;
        }
        return removed(file, CheckResult.DISCARDED);
    }

    /** The file's record goes last: while it stands, a crash in between is made good by the next sweep. */
    private CheckResult purge(FileRecord file) {
        List<VersionRecord> versions = versions(file, BATCH);
        while (!versions.isEmpty()) {
            for (VersionRecord version : versions) {
                blobs.delete(version.blobName());
                store.removeVersion(version);
            }
            versions = versions(file, BATCH);
        }
        blobs.removeMark(file.workspace(), file.id());
        return removed(file, CheckResult.PURGED);
    }

    private CheckResult removed(FileRecord file, CheckResult result) {
        if (!store.removeFile(file)) {
            return CheckResult.KEPT;
        }
        LOG.info("file removed: file={} result={}", file.id(), result);
        return result;
    }

    private List<VersionRecord> versions(FileRecord file, int limit) {
        return store.findVersions(file.workspace(), file.id(), EnumSet.allOf(VersionState.class), null, limit);
    }
}
