package dev.fileapi.http;

import dev.fileapi.access.KnownWorkspaces;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks for a workspace's first file: at most two queries that an index answers. */
@Singleton
final class RecordedWorkspaces implements KnownWorkspaces {

    private final MetadataStore store;

    RecordedWorkspaces(MetadataStore store) {
        this.store = store;
    }

    @Override
    public boolean hasFiles(Workspace workspace) {
        return hasFiles(workspace, false) || hasFiles(workspace, true);
    }

    private boolean hasFiles(Workspace workspace, boolean deleted) {
        FileFilter all = FileFilter.all(deleted);
        return !store.listFilesFrom(workspace, all, List.of(), null, 1).items().isEmpty();
    }
}
