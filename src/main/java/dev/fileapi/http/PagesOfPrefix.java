package dev.fileapi.http;

import dev.fileapi.files.CheckEffort;
import dev.fileapi.files.ListFiles;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.http.request.FilesUnder;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the files under a prefix that one call changes, of callers who may write. */
@Singleton
final class PagesOfPrefix {

    private static final int MAX_FILES = 1_000;

    private final ListFiles list;

    PagesOfPrefix(ListFiles list) {
        this.list = list;
    }

    /**
     * Some files under a prefix, in their order.
     *
     * @param next the cursor of those that follow; null when there are none
     * @param unchecked how many uploads, at least, may be committed and not be among the files yet
     */
    record Page(List<FilePath> paths, @Nullable String next, long unchecked) {}

    /** Returns the next files, once what is committed of the workspace's uploads is recorded. */
    Page page(Workspace workspace, FilesUnder under) {
        long unchecked = list.refresh(workspace, CheckEffort.FULL);
        Batch<FileRecord> files = list.under(workspace, under.prefix(), under.cursor(), MAX_FILES);
        return new Page(files.items().stream().map(FileRecord::path).toList(), files.continuation(), unchecked);
    }
}
