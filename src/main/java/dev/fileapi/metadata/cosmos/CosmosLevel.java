package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.FilePage;
import dev.fileapi.metadata.LevelListing;
import dev.fileapi.metadata.LevelReads;
import dev.fileapi.metadata.ListCursor;
import dev.fileapi.metadata.ListKeys;
import dev.fileapi.metadata.PlacedFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One level of a workspace.
 *
 * @param files its own files
 * @param below all files, those below folders as well
 */
record CosmosLevel(CosmosFileLists lists, CosmosListing files, CosmosListing below) implements LevelReads {

    static LevelListing listing(CosmosFileLists lists, Workspace workspace, FileFilter filter, List<FileOrder> order) {
        CosmosListing files = new CosmosListing(workspace, filter.atOneLevel(), order);
        CosmosListing below = new CosmosListing(workspace, filter.atAnyDepth(), List.of());
        return new LevelListing(files.name(), filter.prefix(), files.order(), new CosmosLevel(lists, files, below));
    }

    @Override
    public FilePage files(long offset, int limit) {
        return lists.page(files, offset, limit);
    }

    @Override
    public List<PlacedFile> filesAfter(@Nullable ListCursor place, int limit) {
        return lists.after(files, place == null ? null : CosmosFileCursor.of(place), limit);
    }

    @Override
    public long filesBefore(String path) {
        return lists.count(files, files.select("VALUE COUNT(1)").append("AND c.path < ?", path));
    }

    @Override
    public List<String> pathsBelowFolders(@Nullable String from, @Nullable String end, int limit) {
        CosmosQuery query = below.select("VALUE c.path")
                .append("AND c.depth > ?", ListKeys.depth(below.filter().prefix()));
        if (from != null) {
            query.append("AND c.path >= ?", from);
        }
        if (end != null) {
            query.append("AND c.path < ?", end);
        }
        return lists.paths(below, query.append(below.indexOrder(false)).append("OFFSET 0 LIMIT ?", limit));
    }
}
