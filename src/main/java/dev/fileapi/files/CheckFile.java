package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one file that is due: removes it when it was left empty, purges it when its retention has ended. */
@Singleton
final class CheckFile {

    private static final Logger LOG = LoggerFactory.getLogger(CheckFile.class);
    private static final int BATCH = 100;

    private final MetadataStore store;
    private final BlobStore blobs;
    private final Lifetimes lifetimes;

    CheckFile(MetadataStore store, BlobStore blobs, Lifetimes lifetimes) {
        this.store = store;
        this.blobs = blobs;
        this.lifetimes = lifetimes;
    }

    CheckResult check(FileRecord file) {
        return switch (file.state()) {
            case LIVE -> file.isNascent() ? removeIfEmpty(file) : CheckResult.KEPT;
            case DELETED ->
                store.replaceFile(file.purging()) instanceof FileWrite.Written written
                        ? purge(written.file())
                        : CheckResult.KEPT;
            case PURGING -> purge(file);
        };
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
