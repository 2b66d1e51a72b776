package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.models.BlobDownloadHeaders;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobType;
import com.azure.storage.blob.models.CopyStatusType;
import dev.fileapi.files.model.BlobInfo;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A committed blob, as one answer of the service tells of it.
 *
 * @param copy null when it is not a copy
 * @param tier null when it is not told: with bytes it never is, since what is in the archive tier cannot be read
 * @param size in bytes
 * @param etag as the client has it
 * @param headers that readers of the blob would be sent; their MD5 is that of all bytes
 * @param bytes all of them, when they came with the answer; else null
 */
record CommittedBlob(
        BlobType type,
        @Nullable CopyStatusType copy,
        @Nullable AccessTier tier,
        long size,
        String etag,
        Instant writtenAt,
        BlobHttpHeaders headers,
        @Nullable ByteBuffer bytes) {

    /** Of type and subtype 127 characters each are allowed (RFC 6838, Naming Requirements). */
    private static final Pattern CONTENT_TYPE = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    static CommittedBlob of(BlobProperties properties) {
        return new CommittedBlob(
                properties.getBlobType(),
                properties.getCopyStatus(),
                properties.getAccessTier(),
                properties.getBlobSize(),
                properties.getETag(),
                properties.getLastModified().toInstant(),
                new BlobHttpHeaders()
                        .setContentType(properties.getContentType())
                        .setContentMd5(properties.getContentMd5())
                        .setContentEncoding(properties.getContentEncoding())
                        .setContentLanguage(properties.getContentLanguage())
                        .setCacheControl(properties.getCacheControl())
                        .setContentDisposition(properties.getContentDisposition()),
                null);
    }

    /** @param first bytes of the blob, which are those of the answer */
    static CommittedBlob of(BlobDownloadHeaders answer, RangeBytes first) {
        long size = size(answer);
        return new CommittedBlob(
                answer.getBlobType(),
                answer.getCopyStatus(),
                null,
                size,
                answer.getETag(),
                answer.getLastModified().toInstant(),
                new BlobHttpHeaders()
                        .setContentType(answer.getContentType())
                        .setContentMd5(
                                answer.getContentRange() == null ? answer.getContentMd5() : answer.getBlobContentMD5())
                        .setContentEncoding(answer.getContentEncoding())
                        .setContentLanguage(answer.getContentLanguage())
                        .setCacheControl(answer.getCacheControl())
                        .setContentDisposition(answer.getContentDisposition()),
                first.size() == size ? first.buffer() : null);
    }

    /** Of a part of a blob the answer tells the blob's size after the slash (RFC 9110, Content-Range). */
    private static long size(BlobDownloadHeaders answer) {
        String range = answer.getContentRange();
        return range == null ? answer.getContentLength() : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    }

    /** Returns what is recorded of the blob. */
    BlobInfo facts(String snapshot) {
        return new BlobInfo(size, quoted(etag), snapshot, md5(), contentType(headers.getContentType()));
    }

    /** Returns the MD5 that the service tells, in base64; null when it tells none. */
    @Nullable
    String md5() {
        byte[] md5 = headers.getContentMd5();
        return md5 == null ? null : Base64.getEncoder().encodeToString(md5);
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
