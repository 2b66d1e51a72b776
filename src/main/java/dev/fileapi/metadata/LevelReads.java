package dev.fileapi.metadata;

import dev.fileapi.files.store.FilePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link LevelListing} reads from a store. */
public interface LevelReads {

    /** Returns the level's own files at an offset, in the listing's order, and how many there are. */
    FilePage files(long offset, int limit);

    /**
     * Returns the level's own files after a place, in the listing's order.
     *
     * @param place null for the first
     */
    List<PlacedFile> filesAfter(@Nullable ListCursor place, int limit);

    /**
     * Returns paths of files at least one folder below the prefix, in order.
     *
     * @param from only this path and those after it; null for all
     * @param end only paths before this one; null for all
     * @param limit maximum number of paths
     */
    List<String> pathsBelowFolders(@Nullable String from, @Nullable String end, int limit);

    /** Returns how many of the level's own files have a path before this one. */
    long filesBefore(String path);
}
