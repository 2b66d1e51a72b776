package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to delete, with all its versions.
 *
 * @param path the whole path without a leading slash; null with an id
 * @param fileId null with a path
 * @param ifMatch the ETag of the version that must be the latest one; null for any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deletion(
        @Nullable String path,
        @Nullable UUID fileId,
        @Nullable String ifMatch) {

    /** Returns the deletion of the file at a path, whatever it is. */
    public static Deletion of(String path) {
        return new Deletion(path, null, null);
    }

    /** Returns the deletion of a file as long as its latest version is this one. */
    public static Deletion of(StoredFile file) {
        return new Deletion(null, file.fileId(), file.etag());
    }
}
