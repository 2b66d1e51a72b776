package dev.fileapi.blobs.azure.sas;

import org.jspecify.annotations.Nullable;

/**
 * What the blob service answers in place of what is set on the blob, which the client that uploads it chooses. A link can only replace a
 * header, not take it off: {@code Content-Encoding} and {@code Content-Language} are taken off the blob before its snapshot.
 *
 * @param cacheControl {@code rscc}; empty: what the blob has, and so for the others
 * @param contentDisposition {@code rscd}
 * @param contentType {@code rsct}
 */
record ResponseHeaders(String cacheControl, String contentDisposition, String contentType) {

    /** For links that nothing is read with. */
    static final ResponseHeaders NONE = new ResponseHeaders("", "", "");

    /** A copy is the reader's own, and is not used again without asking whether the link still holds. */
    private static final String CACHE_CONTROL = "private, no-cache";

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /** Returns what a download is sent with; a version of unknown type is bytes. */
    static ResponseHeaders ofDownload(String fileName, @Nullable String contentType) {
        String type = contentType == null || contentType.isBlank() ? UNKNOWN_TYPE : contentType;
        return new ResponseHeaders(CACHE_CONTROL, Attachment.named(fileName), type);
    }
}
