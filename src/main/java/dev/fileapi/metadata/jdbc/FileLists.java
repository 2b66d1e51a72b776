package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FilePage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the files and folders of a workspace. */
@JdbcStore
@Singleton
final class FileLists {

    /** How many paths to look at together in search of folders. */
    private static final int PATHS_AT_ONCE = 500;

    private static final FileMapping FILES = new FileMapping();

    private final Sql sql;

    FileLists(Sql sql) {
        this.sql = sql;
    }

    FilePage page(Listing listing, long offset, int limit) {
        if (offset == 0) {
            List<FileRecord> files = records(listing, false, 0, limit);
            return new FilePage(files, files.size() < limit ? files.size() : total(listing));
        }
        long total = total(listing);
        return new FilePage(offset < total ? fromNearerEnd(listing, offset, limit, total) : List.of(), total);
    }

    /** A database skips by reading, so the last page, which clients do ask for, must not be reached through all others. */
    private List<FileRecord> fromNearerEnd(Listing listing, long offset, int limit, long total) {
        long behind = Math.max(0, total - offset - limit);
        if (offset <= behind) {
            return records(listing, false, offset, limit);
        }
        int count = Math.toIntExact(total - offset - behind);
        List<FileRecord> files = new ArrayList<>(records(listing, true, behind, count));
        Collections.reverse(files);
        return files;
    }

    private List<FileRecord> records(Listing listing, boolean backwards, long offset, int limit) {
        return sql.query(
                listing.select().append(listing.orderBy(backwards)).append("LIMIT ? OFFSET ?", limit, offset), FILES);
    }

    Batch<FileRecord> from(Listing listing, @Nullable String cursor, int limit) {
        Query query = listing.select();
        if (cursor != null) {
            query.append("AND").append(listing.behind(FileCursor.parse(cursor, listing)));
        }
        List<FileRecord> files = sql.query(query.append(listing.orderBy(false)).append("LIMIT ?", limit + 1), FILES);
        return Batch.of(files, limit, last -> FileCursor.at(last, listing).text(listing));
    }

    /**
     * Looks at some paths, notes their folders, and goes on behind the last of these: so a folder costs no more than some paths,
     * however many files it holds.
     */
    List<String> folders(Workspace workspace, FileFilter filter) {
        Set<String> folders = new LinkedHashSet<>();
        String last = null;
        List<String> paths;
        do {
            paths = pathsBelowFolders(workspace, filter, last);
            for (String path : paths) {
                last = path.substring(0, path.indexOf('/', filter.prefix().length()) + 1);
                folders.add(last);
            }
        } while (paths.size() == PATHS_AT_ONCE);
        return List.copyOf(folders);
    }

    /** @param folder only paths behind those in this folder; null for all */
    private List<String> pathsBelowFolders(Workspace workspace, FileFilter filter, @Nullable String folder) {
        Query query = new Query("SELECT path_head, path_tail FROM files WHERE")
                .append(FileCriteria.of(workspace, filter))
                .append("AND depth > ?", FileMapping.depth(filter.prefix()));
        if (folder != null) {
            query.append("AND").append(PathBytes.behind(folder).atLeast());
        }
        return sql.query(
                query.append(
                        "ORDER BY organisation_id, workspace_id, listed_as, path_head, path_tail LIMIT ?",
                        PATHS_AT_ONCE),
                row -> new PathBytes(row.getBytes("path_head"), row.getBytes("path_tail")).text());
    }

    private long total(Listing listing) {
        return sql.queryOne(
                        new Query("SELECT COUNT(*) AS total FROM files WHERE").append(listing.matching()),
                        row -> row.getLong("total"))
                .orElseThrow();
    }
}
