package dev.fileapi.files;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.files.store.LevelEntry;
import dev.fileapi.files.store.LevelPage;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the files of a workspace. What is committed is listed, once {@link #refresh} has recorded it. */
@Singleton
public final class ListFiles {

    private final MetadataStore store;
    private final CommitOnList commitOnList;

    ListFiles(MetadataStore store, CommitOnList commitOnList) {
        this.store = store;
        this.commitOnList = commitOnList;
    }

    /**
     * Records the workspace's uploads whose bytes are committed, so that the pages read next show them.
     *
     * @param effort by what the caller may do
     * @return how many uploads, at least, were left unchecked, because of the budget, the deadline or a failure of the blob service
     */
    public long refresh(Workspace workspace, CheckEffort effort) {
        return commitOnList.refresh(workspace, effort);
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

    /** Returns live files whose path begins with a prefix, by path; as {@link #from}. */
    public Batch<FileRecord> under(Workspace workspace, String prefix, @Nullable String cursor, int limit) {
        return store.listFilesFrom(workspace, FileFilter.under(prefix), List.of(), cursor, limit);
    }

    /** One page of folders and files at an offset, with the exact total; see {@link MetadataStore#listLevel}. */
    public LevelPage level(Workspace workspace, FileFilter filter, List<FileOrder> order, long offset, int limit) {
        return store.listLevel(workspace, filter, order, offset, limit);
    }

    /** Returns the page of folders and files after a cursor, null for the first page; see {@link MetadataStore#listLevelFrom}. */
    public Batch<LevelEntry> levelFrom(
            Workspace workspace, FileFilter filter, List<FileOrder> order, @Nullable String cursor, int limit) {
        return store.listLevelFrom(workspace, filter, order, cursor, limit);
    }
}
