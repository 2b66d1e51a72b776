package dev.fileapi.http.request;

import dev.fileapi.files.UploadFilter;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.store.UploadPlace;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of uploads in progress is asked for.
 *
 * @param includeBlocks whether the staged blocks of each are asked for
 * @param after where the page begins; null for the first
 */
public record UploadListQuery(
        UploadFilter filter,
        boolean includeBlocks,
        @Nullable UploadPlace after,
        int limit) {

    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;
    private static final int PLACE_BYTES = 3 * Long.BYTES;

    /**
     * Reads the query of a request.
     *
     * @throws ValidationException when a parameter breaks a rule
     */
    public static UploadListQuery read(HttpRequest<?> request) {
        QueryParameters query = QueryParameters.of(request);
        UploadFilter filter = new UploadFilter(
                query.text("path").map(FilePath::parse).orElse(null),
                query.text("prefix").map(UploadListQuery::normalised).orElse(""),
                query.uuid("author").orElse(null));
        return new UploadListQuery(
                filter,
                query.isSet("include_blocks"),
                query.text("cursor")
                        .filter(text -> !text.isEmpty())
                        .map(UploadListQuery::place)
                        .orElse(null),
                (int) query.within("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    /** Returns the cursor of a page that begins after a place. */
    public static String cursor(UploadPlace place) {
        byte[] bytes = ByteBuffer.allocate(PLACE_BYTES)
                .putLong(place.versionId().value())
                .putLong(place.fileId().value().getMostSignificantBits())
                .putLong(place.fileId().value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UploadPlace place(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            VersionId version = new VersionId(bytes.getLong());
            return new UploadPlace(version, new FileId(new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new ValidationException("cursor", "is not one that this list gave out; begin with an empty one");
        }
    }

    private static String normalised(String prefix) {
        return Normalizer.normalize(prefix.startsWith("/") ? prefix.substring(1) : prefix, Normalizer.Form.NFC);
    }
}
