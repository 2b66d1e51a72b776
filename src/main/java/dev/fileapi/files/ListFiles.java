package dev.fileapi.files;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the files of a workspace as they are on record. */
@Singleton
public final class ListFiles {

    private final MetadataStore store;

    ListFiles(MetadataStore store) {
        this.store = store;
    }

    /** One page at an offset, with the exact total; see {@link MetadataStore#listFiles}. */
    public FilePage page(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit) {
        return store.listFiles(workspace, filter, order, offset, limit);
    }

    /** Returns the page after a cursor, null for the first page; see {@link MetadataStore#listFilesFrom}. */
    public Batch<FileRecord> from(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit) {
        return store.listFilesFrom(workspace, filter, order, cursor, limit);
    }

    /** The folders one level below the filter's prefix; see {@link MetadataStore#listFolders}. */
    public List<String> folders(Workspace workspace, FileFilter filter) {
        return store.listFolders(workspace, filter.atAnyDepth());
    }
}
