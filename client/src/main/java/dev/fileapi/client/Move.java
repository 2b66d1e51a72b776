package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to give another path.
 *
 * @param path the whole path without a leading slash; null with an id
 * @param fileId null with a path
 * @param to the whole new path
 * @param ifMatch the ETag of the version that must be the latest one; null for any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Move(
        @Nullable String path,
        @Nullable UUID fileId,
        String to,
        @Nullable String ifMatch) {

    /** Returns the move of the file at a path, whatever it is. */
    public static Move of(String path, String to) {
        return new Move(path, null, to, null);
    }

    /** Returns the move of a file, whatever its path is by then. */
    public static Move of(UUID fileId, String to) {
        return new Move(null, fileId, to, null);
    }

    /** A file that is named by its id and is there already is left as it is. */
    boolean mayBeRepeated() {
        return fileId != null && ifMatch == null;
    }
}
