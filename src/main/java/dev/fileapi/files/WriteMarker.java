package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a marker of a file's deletion, restoring or move beside its blobs, so that the records can be rebuilt from them. The record is
 * written first and stays the truth; it is due for a check a little later, at which the sweep marks what a crash left unmarked.
 */
@Singleton
public final class WriteMarker {

    private static final Logger LOG = LoggerFactory.getLogger(WriteMarker.class);

    private final MetadataStore store;
    private final BlobStore blobs;

    public WriteMarker(MetadataStore store, BlobStore blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    /** Marks what the file's record says now; does nothing when the file is being removed. */
    public void write(FileRecord file) {
        OptimisticRetry.untilWritten(() -> tryToMark(file.workspace(), file.id()));
    }

    /** As {@link #write}, but leaves a failure to the sweep. */
    void writeOrLeave(FileRecord file) {
        try {
            write(file);
        } catch (BlobStoreException | MetadataStoreException e) {
            LOG.warn("file not marked, the sweep will: file={} cause={}", file.id(), e.getMessage());
        }
    }

    /**
     * The record is read after the marker that is to be replaced: so of two who write at the same time, the one who writes last has
     * read the newer record.
     */
    private Optional<Boolean> tryToMark(Workspace workspace, FileId id) {
        Optional<FileMarker.Stored> before = blobs.findMarker(workspace, id);
        Optional<FileMarker> now = store.findFile(workspace, id)
                .filter(file -> file.state() != FileState.PURGING)
                .map(FileMarker::of);
        if (now.isEmpty() || now.equals(before.map(FileMarker.Stored::marker))) {
            return Optional.of(false);
        }
        String etag = before.map(FileMarker.Stored::etag).orElse(null);
        return blobs.putMarker(now.get(), etag) ? Optional.of(true) : Optional.empty();
    }
}
