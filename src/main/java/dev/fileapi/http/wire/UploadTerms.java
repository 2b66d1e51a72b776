package dev.fileapi.http.wire;

import java.util.Map;

/** How an upload link is used, the same for all of them ("Put Blob", "Scalability and performance targets for Blob Storage"). */
final class UploadTerms {

    static final String METHOD = "PUT";

    /** For the whole file in one request; blocks are sent without. */
    static final Map<String, String> HEADERS = Map.of("x-ms-blob-type", "BlockBlob");

    private static final long MAX_BLOCKS = 50_000;
    private static final long MAX_BLOCK_BYTES = 4_000L << 20;

    static final long MAX_BYTES = MAX_BLOCKS * MAX_BLOCK_BYTES;

    private UploadTerms() {}
}
