package dev.fileapi.files.store;

import dev.fileapi.files.model.FileRecord;
import java.util.List;

/**
 * One page of a list of files.
 *
 * @param total how many files match in all
 */
public record FilePage(List<FileRecord> files, long total) {

    public FilePage {
        files = List.copyOf(files);
    }
}
