package dev.fileapi.files.store;

import java.util.List;

/**
 * One page of a list of one level.
 *
 * @param total how many folders and files match in all
 */
public record LevelPage(List<LevelEntry> entries, long total) {

    public LevelPage {
        entries = List.copyOf(entries);
    }
}
