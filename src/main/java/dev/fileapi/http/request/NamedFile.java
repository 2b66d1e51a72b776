package dev.fileapi.http.request;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that an item of a batch changes, by its path or its id.
 *
 * @param path as it was written; null when it has an id
 * @param fileId null when it has a path
 * @param condition of its {@code if_match}; null: none
 */
public record NamedFile(
        @Nullable String path,
        @Nullable FileId fileId,
        @Nullable UploadCondition condition) {

    /**
     * Returns what names the file.
     *
     * @throws InvalidFilePathException when its path breaks the rules for paths
     */
    public FileRef ref() {
        return fileId == null ? FilePath.parse(Objects.requireNonNull(path)) : fileId;
    }

    /**
     * Reads an item.
     *
     * @throws ValidationException when it does not name one file, or names a version: the whole file would be changed; or a field breaks a
     *     rule
     */
    static NamedFile read(JsonNode item) {
        if (!item.isObject()) {
            throw new ValidationException("files", "must contain objects with path or file_id only");
        }
        for (String name : List.of("version_id", "version")) {
            if (item.get(name) != null) {
                throw new ValidationException(
                        name, "cannot be sent here: the call is for files with all their versions");
            }
        }
        String path = BatchFields.text(item, "path");
        String fileId = BatchFields.text(item, "file_id");
        if ((path == null) == (fileId == null)) {
            throw new ValidationException("files", "must have either path or file_id for each file");
        }
        String etag = BatchFields.text(item, BatchFields.IF_MATCH);
        return new NamedFile(
                path,
                fileId == null ? null : new FileId(QueryParameters.uuid("file_id", fileId)),
                etag == null ? null : Conditions.match(BatchFields.IF_MATCH, etag));
    }
}
