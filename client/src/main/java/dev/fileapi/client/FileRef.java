package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a file by its path or its id, at its latest version or another one.
 *
 * @param path the whole path without a leading slash, not percent-encoded; null with an id
 * @param fileId null with a path
 * @param versionId null for the latest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileRef(
        @Nullable String path,
        @Nullable UUID fileId,
        @Nullable String versionId) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException unless there is either a path or an id
     */
    public FileRef {
        if ((path == null) == (fileId == null)) {
            throw new IllegalArgumentException("file: give either a path or an id");
        }
    }

    /** Returns what names the file at a path. */
    public static FileRef path(String path) {
        return new FileRef(path, null, null);
    }

    /** Returns what names the file with an id. */
    public static FileRef id(UUID fileId) {
        return new FileRef(null, fileId, null);
    }

    /** Returns what names one version of the same file. */
    public FileRef at(String version) {
        return new FileRef(path, fileId, version);
    }

    @JsonIgnore
    String target() {
        return path == null ? "/files/" + fileId : "/files/path/" + ApiUrl.encodePath(path);
    }
}
