package dev.fileapi.metadata.jdbc;

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
record JdbcLevel(JdbcFileLists lists, JdbcListing files, JdbcListing below) implements LevelReads {

    static LevelListing listing(JdbcFileLists lists, Workspace workspace, FileFilter filter, List<FileOrder> order) {
        JdbcListing files = new JdbcListing(workspace, filter.atOneLevel(), order);
        JdbcListing below = new JdbcListing(workspace, filter.atAnyDepth(), List.of());
        return new LevelListing(files.name(), filter.prefix(), files.order(), new JdbcLevel(lists, files, below));
    }

    @Override
    public FilePage files(long offset, int limit) {
        return lists.page(files, offset, limit);
    }

    @Override
    public List<PlacedFile> filesAfter(@Nullable ListCursor place, int limit) {
        return lists.after(files, place, limit).stream()
                .map(file -> new PlacedFile(file, ListCursor.at(file, files.order())))
                .toList();
    }

    @Override
    public long filesBefore(String path) {
        return lists.count(
                files.select("COUNT(*)").append("AND").append(PathKey.of(path).before()));
    }

    @Override
    public List<String> pathsBelowFolders(@Nullable String from, @Nullable String end, int limit) {
        return lists.paths(pathsQuery(below, from, end, limit));
    }

    static JdbcQuery pathsQuery(JdbcListing below, @Nullable String from, @Nullable String end, int limit) {
        JdbcQuery query = below.select("path_head, path_tail")
                .append("AND depth > ?", ListKeys.depth(below.filter().prefix()));
        if (from != null) {
            query.append("AND").append(PathKey.of(from).from());
        }
        if (end != null) {
            query.append("AND").append(PathKey.of(end).before());
        }
        return query.append("ORDER BY organisation_id, workspace_id, listed_as, path_head, path_tail LIMIT ?", limit);
    }
}
