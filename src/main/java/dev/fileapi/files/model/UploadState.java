package dev.fileapi.files.model;

import java.time.Instant;
import java.util.List;

/**
 * How far an upload is.
 *
 * @param blocks staged and not yet committed, in the order they were staged
 * @param discardedAt when it is removed if nothing is committed and no new link is asked for
 */
public record UploadState(VersionRecord version, List<StagedBlock> blocks, Instant discardedAt) {

    public UploadState {
        blocks = List.copyOf(blocks);
    }

    /** The size of all staged blocks together. */
    public long bytesStaged() {
        return blocks.stream().mapToLong(StagedBlock::size).sum();
    }
}
