package dev.fileapi.blobs.azure.sas;

import dev.fileapi.files.model.Disposition;
import dev.fileapi.files.model.Download;
import dev.fileapi.mediatype.DownloadType;
import java.util.Optional;
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

    /**
     * Returns what a download is sent with. What cannot be shown safely is saved, whatever is asked for.
     *
     * @param typeOfBlob as it is recorded; null when it has none
     */
    static ResponseHeaders ofDownload(Download download, @Nullable String typeOfBlob) {
        String fileName = download.fileName();
        String type = DownloadType.of(download.contentType(), typeOfBlob, fileName);
        Optional<String> shown = download.disposition() == Disposition.INLINE ? InlineType.of(type) : Optional.empty();
        return shown.map(safe -> new ResponseHeaders(CACHE_CONTROL, ContentDisposition.inline(fileName), safe))
                .orElseGet(() -> new ResponseHeaders(CACHE_CONTROL, ContentDisposition.attachment(fileName), type));
    }
}
