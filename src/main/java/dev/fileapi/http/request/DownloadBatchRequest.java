package dev.fileapi.http.request;

import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which files a batch of downloads is for.
 *
 * @param files 1 to {@value #MAX_FILES}, in the order they were sent
 */
public record DownloadBatchRequest(List<Item> files) {

    private static final int MAX_FILES = 1_000;

    /** Enough for paths of 1,024 characters, each written as two escapes of six letters, with their versions and space between them. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final String EXAMPLE = "{\"files\": [{\"path\": \"a/b.txt\"}, {\"file_id\": \"…\"}]}";

    /**
     * One of the files, by its path or its id.
     *
     * @param path as it was written; null when it has an id
     * @param fileId null when it has a path
     * @param versionId null for the latest
     * @param disposition what a browser does with the download
     * @param linkLifetime how long the download link is valid; null for the time that is set
     */
    public record Item(
            @Nullable String path,
            @Nullable FileId fileId,
            @Nullable VersionId versionId,
            Disposition disposition,
            @Nullable Duration linkLifetime) {

        /**
         * Returns what names the file.
         *
         * @throws InvalidFilePathException when its path breaks the rules for paths
         */
        public FileRef file() {
            return fileId == null ? FilePath.parse(Objects.requireNonNull(path)) : fileId;
        }
    }

    /**
     * Reads a request.
     *
     * @throws ValidationException when there are too few or too many files, or one is not named by its path or by its id, or a field of it
     *     breaks a rule
     * @throws ContentTooLargeException when the body is larger than {@value #MAX_BYTES} bytes
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static DownloadBatchRequest read(HttpRequest<?> request, LinkLifetimes lifetimes) {
        JsonNode sent = JsonBody.object(request, MAX_BYTES, EXAMPLE).get("files");
        if (sent == null || !sent.isArray() || sent.size() == 0 || sent.size() > MAX_FILES) {
            throw new ValidationException("files", "must be a list of 1 to " + MAX_FILES + " files");
        }
        List<Item> files = new ArrayList<>();
        sent.values().forEach(file -> files.add(item(file, lifetimes)));
        return new DownloadBatchRequest(List.copyOf(files));
    }

    private static Item item(JsonNode sent, LinkLifetimes lifetimes) {
        if (!sent.isObject()) {
            throw new ValidationException("files", "must contain objects with path or file_id only");
        }
        String path = text(sent, "path");
        String fileId = text(sent, "file_id");
        String versionId = text(sent, "version_id");
        if ((path == null) == (fileId == null)) {
            throw new ValidationException("files", "must have either path or file_id for each file");
        }
        return new Item(
                path,
                fileId == null ? null : new FileId(QueryParameters.uuid("file_id", fileId)),
                versionId == null ? null : new VersionId(QueryParameters.int64("version_id", versionId)),
                DispositionField.parse(text(sent, DispositionField.NAME)),
                lifetimes.in(sent));
    }

    private static @Nullable String text(JsonNode file, String field) {
        @Nullable JsonNode value = file.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new ValidationException(field, "must be a string");
        }
        return value.getStringValue();
    }
}
