package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds files on record of which nothing is stored. */
@Singleton
final class UnbackedFiles {

    private static final int BATCH = 1_000;

    private final MetadataStore store;
    private final BlobStore blobs;

    UnbackedFiles(MetadataStore store, BlobStore blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    /** @param stored the files of the workspace of which something is stored */
    List<Finding> in(Workspace workspace, Set<FileId> stored) {
        List<Finding> findings = new ArrayList<>();
        for (boolean deleted : new boolean[] {false, true}) {
            String cursor = null;
            do {
                Batch<FileRecord> batch = store.listFilesFrom(workspace, all(deleted), List.of(), cursor, BATCH);
                batch.items().stream()
                        .filter(file -> !stored.contains(file.id()) && !hasAppeared(file))
                        .map(file -> Finding.of(Finding.Kind.EXTRA, Finding.file(workspace, file.id())))
                        .forEach(findings::add);
                cursor = batch.continuation();
            } while (cursor != null);
        }
        return findings;
    }

    private boolean hasAppeared(FileRecord file) {
        CommittedVersion latest = file.latest();
        return latest == null || blobs.isCommitted(new BlobName(file.workspace(), file.id(), latest.id()));
    }

    private static FileFilter all(boolean deleted) {
        return FileFilter.all(deleted);
    }
}
