package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fileapi.files.UploadLink;
import dev.fileapi.http.problem.ProblemDocument;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The results of a batch, in the order asked for. */
@Serdeable
public record UploadBatchResponse(List<Item> uploads) {

    /** The result for one path: either a link with its ids, or a problem. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String path,
            @Nullable UUID fileId,
            @Nullable String versionId,
            @Nullable URI upload,
            @Nullable String method,
            @Nullable Map<String, String> headers,
            @Nullable Instant expiresAt,
            @Nullable Long maxBytes,
            @Nullable ProblemDocument problem) {

        public static Item of(String path, UploadLink link) {
            return new Item(
                    path,
                    link.fileId().value(),
                    link.versionId().toString(),
                    link.link(),
                    UploadTerms.METHOD,
                    UploadTerms.HEADERS,
                    link.expiresAt(),
                    UploadTerms.MAX_BYTES,
                    null);
        }

        public static Item of(String path, ProblemDocument problem) {
            return new Item(path, null, null, null, null, null, null, null, problem);
        }

        /** Leaves the link out: it is a secret. */
        @Override
        public String toString() {
            return "Item[path=" + path + ", fileId=" + fileId + ", versionId=" + versionId + "]";
        }
    }
}
