package dev.fileapi.cli.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the place of files: links, devices, folders that cannot be read. Of the files at such a path and below it nothing is known, so that
 * they are neither deleted nor written. Told and asked in the order of {@link PathOrder}; forgets what the order has passed.
 */
final class Obstacles {

    /** The character after the slash. */
    private static final String AFTER_SLASH = "0";

    private final List<String> paths = new ArrayList<>();

    void add(String path) {
        paths.add(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    boolean cover(String path) {
        paths.removeIf(obstacle -> PathOrder.INSTANCE.compare(obstacle + AFTER_SLASH, path) <= 0);
        return paths.stream().anyMatch(obstacle -> path.equals(obstacle) || path.startsWith(obstacle + "/"));
    }
}
