package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an upload.
 *
 * @param state {@code pending}, {@code committed}, {@code superseded}, {@code cancelled} or {@code rejected}
 * @param reason why it was rejected, as a word in lower case with hyphens; left out unless it was
 * @param reasonDetail what the uploader should do about it; left out unless rejected
 * @param blocks the blocks that are staged but not committed, in the order they were staged
 * @param discardedAt when it is discarded, unless it is completed or gets a fresh link
 * @param size in bytes, as told; null when it was not
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Upload(
        UUID fileId,
        String versionId,

        String state,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reasonDetail,
        List<Block> blocks,
        long bytesStaged,
        Instant createdAt,
        UserInfo createdBy,
        Instant linkExpiresAt,
        Instant discardedAt,
        @Nullable Long size,
        @JsonUnwrapped ShownDetails details) {

    /** A staged block; its id as the client chose it, its size in bytes. */
    @Serdeable
    record Block(String id, long size) {

        static List<Block> of(List<StagedBlock> staged) {
            return staged.stream()
                    .map(block -> new Block(block.id(), block.size()))
                    .toList();
        }
    }

    public static Upload of(UploadState upload) {
        VersionRecord version = upload.version();
        RejectionReason rejection = version.rejection();
        return new Upload(
                version.fileId().value(),
                version.id().toString(),
                version.state().name().toLowerCase(Locale.ROOT),
                RejectionWord.of(rejection),
                rejection == null ? null : rejection.detail(),
                Block.of(upload.blocks()),
                upload.bytesStaged(),
                version.createdAt(),
                UserInfo.of(version.createdBy()),
                version.linkExpiresAt(),
                upload.discardedAt(),
                version.expectedSize(),
                ShownDetails.of(version));
    }
}
