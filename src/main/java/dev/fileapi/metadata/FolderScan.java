package dev.fileapi.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folders directly below a prefix from ordered paths: reads some paths, collects their folders, and continues after the last
 * of these. So a folder with many files does not cost more than one with a few hundred.
 */
final class FolderScan {

    /** How many paths are read together, and how many where most would be of the same folder. */
    private static final int MANY = 500;

    private static final int FEW = 10;

    private final String prefix;
    private final LevelReads reads;

    /** @param prefix what all paths begin with */
    FolderScan(String prefix, LevelReads reads) {
        this.prefix = prefix;
        this.reads = reads;
    }

    /**
     * Some folders in order: whole paths with a trailing slash.
     *
     * @param complete false when the scan ended early and there may be more
     */
    record Folders(List<String> paths, boolean complete) {

        static final Folders NONE = new Folders(List.of(), true);
    }

    /** Returns all folders. */
    List<String> all() {
        return after(null, null, Integer.MAX_VALUE, Integer.MAX_VALUE).paths();
    }

    /**
     * Returns folders of a range.
     *
     * @param place a folder or a file of the level that they come after; null for all
     * @param end a file of the level that they come before; null for all
     * @param limit maximum number of folders, at least 1
     * @param maxReads how often to read at most, at least 1; each read finds a folder or the end
     */
    Folders after(@Nullable String place, @Nullable String end, int limit, int maxReads) {
        Set<String> folders = new LinkedHashSet<>();
        String from = place == null ? null : first(place);
        int size = Math.min(MANY, limit);
        for (int read = 0; folders.size() < limit; read++) {
            if (read == maxReads) {
                return new Folders(List.copyOf(folders), false);
            }
            int before = folders.size();
            List<String> found = reads.pathsBelowFolders(from, end, size).stream()
                    .map(path -> path.substring(0, path.indexOf('/', prefix.length()) + 1))
                    .toList();
            folders.addAll(found);
            if (found.size() < size) {
                break;
            }
            from = first(found.get(size - 1));
            size = size(folders.size() - before, size, limit - folders.size());
        }
        return new Folders(folders.stream().limit(limit).toList(), true);
    }

    /** Returns the first path after a folder and all that is in it, or a file's own. */
    private static String first(String place) {
        // '0' follows '/'
        return place.endsWith("/") ? place.substring(0, place.length() - 1) + "0" : place;
    }

    private static int size(int found, int read, int wanted) {
        boolean sparse = found == 1 || found * 100L < read;
        return sparse ? FEW : (int) Math.min(MANY, (long) FEW * Math.max(1, wanted));
    }
}
