package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fileapi.files.UploadInProgress;
import dev.fileapi.files.model.VersionRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of a workspace's uploads in progress. */
@Serdeable
public record UploadListResponse(List<Item> uploads, int count, int limit, PageLinks links) {

    /** Links to this page and the next one, which is null after the last. */
    @Serdeable
    public record PageLinks(URI self, @Nullable URI next) {}

    /**
     * An upload in progress.
     *
     * @param path the folder of its file
     * @param blocks left out unless they were asked for
     * @param bytesStaged likewise
     * @param size in bytes, as told; null when it was not
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String name,
            String path,
            UUID fileId,
            String versionId,
            String state,
            @Nullable List<Upload.Block> blocks,
            @Nullable Long bytesStaged,
            Instant createdAt,
            UserInfo createdBy,
            Instant linkExpiresAt,
            Instant discardedAt,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Long size,

            @JsonUnwrapped ShownDetails details) {

        /**
         * Returns the item of an upload.
         *
         * @param withBlocks whether the staged blocks were asked for
         */
        public static Item of(UploadInProgress found, boolean withBlocks) {
            VersionRecord version = found.upload().version();
            return new Item(
                    found.path().name(),
                    found.path().folder(),
                    version.fileId().value(),
                    version.id().toString(),
                    version.state().name().toLowerCase(Locale.ROOT),
                    withBlocks ? Upload.Block.of(found.upload().blocks()) : null,
                    withBlocks ? found.upload().bytesStaged() : null,
                    version.createdAt(),
                    UserInfo.of(version.createdBy()),
                    version.linkExpiresAt(),
                    found.upload().discardedAt(),
                    version.expectedSize(),
                    ShownDetails.of(version));
        }
    }
}
