package dev.fileapi.http.wire;

import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.model.UploadState;
import dev.fileapi.files.model.VersionRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The progress of an upload.
 *
 * @param state {@code pending}, {@code committed}, {@code superseded} or {@code cancelled}
 * @param blocks the blocks that are staged but not committed, in the order they were staged
 * @param discardedAt when it is discarded, unless it is completed or gets a fresh link
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record Upload(
        UUID fileId,
        String versionId,

        String state,

        List<Block> blocks,
        long bytesStaged,
        Instant createdAt,
        UserInfo createdBy,
        Instant linkExpiresAt,
        Instant discardedAt) {

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
        return new Upload(
                version.fileId().value(),
                version.id().toString(),
                version.state().name().toLowerCase(Locale.ROOT),
                Block.of(upload.blocks()),
                upload.bytesStaged(),
                version.createdAt(),
                UserInfo.of(version.createdBy()),
                version.linkExpiresAt(),
                upload.discardedAt());
    }
}
