package dev.fileapi.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders directly below a prefix from ordered paths: reads some paths, collects their folders, and continues after the last
 * of these. So a folder with many files does not cost more than one with a few hundred.
 */
public final class FolderScan {

    /** How many paths are read together. */
    private static final int PATHS_AT_ONCE = 500;

    private FolderScan() {}

    /** Reads the paths of files at least one folder below the prefix, in order. */
    @FunctionalInterface
    public interface Paths {

        /**
         * Returns the next paths.
         *
         * @param folder only paths after those in this folder; null for all
         * @param limit maximum number of paths
         */
        List<String> after(@Nullable String folder, int limit);
    }

    /**
     * Returns whole paths with a trailing slash, in order.
     *
     * @param prefix a folder's path with a trailing slash, or empty for the root
     */
    public static List<String> folders(String prefix, Paths paths) {
        Set<String> folders = new LinkedHashSet<>();
        String last = null;
        List<String> read;
        do {
            read = paths.after(last, PATHS_AT_ONCE);
            for (String path : read) {
                last = path.substring(0, path.indexOf('/', prefix.length()) + 1);
                folders.add(last);
            }
        } while (read.size() == PATHS_AT_ONCE);
        return List.copyOf(folders);
    }
}
