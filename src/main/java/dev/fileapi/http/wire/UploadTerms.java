package dev.fileapi.http.wire;

import dev.fileapi.files.model.Declaration;
import java.util.Map;

/** How an upload link is used, the same for all of them ("Put Blob", Azure Storage REST API). */
final class UploadTerms {

    static final String METHOD = "PUT";

    /** For the whole file in one request; blocks are sent without. */
    static final Map<String, String> HEADERS = Map.of("x-ms-blob-type", "BlockBlob");

    static final long MAX_BYTES = Declaration.MAX_SIZE;

    private UploadTerms() {}
}
