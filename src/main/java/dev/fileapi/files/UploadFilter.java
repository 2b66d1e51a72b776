package dev.fileapi.files;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which uploads in progress are wanted.
 *
 * @param path only those of the file at this path; null for all
 * @param prefix only those whose file's path begins like this; empty for all
 * @param author only those issued to this user; null for all
 */
public record UploadFilter(
        @Nullable FilePath path, String prefix, @Nullable UUID author) {

    boolean matches(FilePath ofFile, User issuedTo) {
        return (path == null || path.equals(ofFile))
                && ofFile.value().startsWith(prefix)
                && (author == null || author.equals(issuedTo.id()));
    }
}
