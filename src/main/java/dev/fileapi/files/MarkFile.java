package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a mark of a file's deletion or restoring beside its blobs, so that the records can be rebuilt from them. The record is
 * written first and stays the truth; it is due for a check a little later, at which the sweep marks what a crash left unmarked.
 */
@Singleton
final class MarkFile {

    private static final Logger LOG = LoggerFactory.getLogger(MarkFile.class);

    private final MetadataStore store;
    private final BlobStore blobs;

    MarkFile(MetadataStore store, BlobStore blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    /** Marks what the file's record says now; does nothing when the file is being removed. */
    void mark(FileRecord file) {
        Attempts.untilWritten(() -> tryToMark(file.workspace(), file.id()));
    }

    /** As {@link #mark}, but leaves a failure to the sweep. */
    void markOrLeave(FileRecord file) {
        try {
            mark(file);
        } catch (BlobStoreException | MetadataStoreException e) {
            LOG.warn("file not marked, the sweep will: file={} cause={}", file.id(), e.getMessage());
        }
    }

    /**
     * The record is read after the mark that is to be replaced: so of two who mark at the same time, the one who writes last has
     * read the newer record.
     */
    private Optional<Boolean> tryToMark(Workspace workspace, FileId id) {
        Optional<FileMark.Stored> before = blobs.findMark(workspace, id);
        Optional<FileMark> now = store.findFile(workspace, id)
                .filter(file -> file.state() != FileState.PURGING)
                .map(FileMark::of);
        if (now.isEmpty() || now.equals(before.map(FileMark.Stored::mark))) {
            return Optional.of(false);
        }
        String etag = before.map(FileMark.Stored::etag).orElse(null);
        return blobs.putMark(now.get(), etag) ? Optional.of(true) : Optional.empty();
    }
}
