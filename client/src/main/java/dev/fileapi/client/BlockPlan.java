package dev.fileapi.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** How a file is cut into parts: blocks of an upload, ranges of a download. */
final class BlockPlan {

    /** As many as a blob can have (Put Block List, Azure Storage REST API). */
    private static final int MAX_PARTS = 50_000;

    private BlockPlan() {}

    /** Returns the parts in their order, each of the same size but the last. They grow where there would be too many. */
    static List<Part> of(long size, long partBytes) {
        long bytes = Math.max(partBytes, (size + MAX_PARTS - 1) / MAX_PARTS);
        List<Part> parts = new ArrayList<>();
        for (long position = 0; position < size; position += bytes) {
            parts.add(new Part(position, Math.min(bytes, size - position)));
        }
        return parts;
    }

    /** A part of a file. */
    record Part(long position, long length) {

        /** Returns the id of the block: by its position, so that blocks of other sizes are not taken for it. All ids are equally long. */
        String id() {
            return Base64.getEncoder()
                    .encodeToString(String.format("%018d", position).getBytes(StandardCharsets.US_ASCII));
        }

        Block block() {
            return new Block(id(), length);
        }
    }
}
