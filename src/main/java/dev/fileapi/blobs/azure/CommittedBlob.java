package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.BlobProperties;
import dev.fileapi.files.model.BlobInfo;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is recorded of a committed blob's properties. */
final class CommittedBlob {

    /** Of type and subtype 127 characters each are allowed (RFC 6838, Naming Requirements). */
    private static final Pattern CONTENT_TYPE = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    private CommittedBlob() {}

    static BlobInfo facts(BlobProperties committed, String snapshot) {
        byte[] md5 = committed.getContentMd5();
        return new BlobInfo(
                committed.getBlobSize(),
                quoted(committed.getETag()),
                snapshot,
                md5 == null ? null : Base64.getEncoder().encodeToString(md5),
                contentType(committed.getContentType()));
    }

    /** What a client sends as a type may be anything: what cannot be sent on as a header is left out. */
    private static @Nullable String contentType(@Nullable String contentType) {
        return contentType != null && CONTENT_TYPE.matcher(contentType).matches() ? contentType : null;
    }

    /** As HTTP has it (RFC 9110, ETag): the client takes the quotes off. */
    private static String quoted(String etag) {
        return etag.startsWith("\"") ? etag : "\"" + etag + "\"";
    }
}
