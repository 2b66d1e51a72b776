package dev.fileapi.metadata;

import dev.fileapi.files.model.CaseFolding;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import org.jspecify.annotations.Nullable;

/**
 * What stores keep of a file only to list it by.
 *
 * @param listedAs the file's state; null for a file that no list shows: nascent or being purged
 * @param depth how many folders deep its path is
 * @param lowerCaseName its name after {@link CaseFolding}, to search without regard to case
 */
public record ListKeys(@Nullable FileState listedAs, int depth, String lowerCaseName) {

    public static ListKeys of(FileRecord file) {
        return new ListKeys(
                file.isNascent() || file.state() == FileState.PURGING ? null : file.state(),
                depth(file.path().value()),
                CaseFolding.fold(file.path().name()));
    }

    /** Returns how many folders deep a path is, or the shallowest of the paths that begin with a prefix. */
    public static int depth(String pathOrPrefix) {
        return (int) pathOrPrefix.chars().filter(character -> character == '/').count();
    }
}
