package dev.fileapi.client;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A link to upload a version. It is a secret: it is all that is needed to send them.
 *
 * @param path the whole path of the file, without a leading slash
 * @param fileId the file
 * @param versionId the version that the bytes are to become
 * @param upload where the bytes are sent
 * @param headers to be sent with the whole file in one request; blocks are sent without
 * @param expiresAt when the link ends
 * @param maxBytes how large a file can be, sent in blocks
 */
public record UploadLink(
        String path,
        UUID fileId,
        String versionId,
        URI upload,
        Map<String, String> headers,
        Instant expiresAt,
        long maxBytes) {

    /** Copies the map. */
    public UploadLink {
        headers = Map.copyOf(headers);
    }

    /** Returns what names the upload. */
    public UploadRef ref() {
        return new UploadRef(fileId, versionId);
    }

    /** Returns the ids alone, since the link is a secret. */
    @Override
    public String toString() {
        return "UploadLink[path=" + path + ", fileId=" + fileId + ", versionId=" + versionId + "]";
    }
}
