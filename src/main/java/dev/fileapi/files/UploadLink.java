package dev.fileapi.files;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import java.net.URI;
import java.time.Instant;

/**
 * A link with which its holder writes the blob of one version. Its text is a secret.
 *
 * @param expiresAt when the link ends; a request that has begun by then may go on
 */
public record UploadLink(FileId fileId, VersionId versionId, URI link, Instant expiresAt) {

    /** Leaves the link out: it carries a signature. */
    @Override
    public String toString() {
        return "UploadLink[fileId=" + fileId + ", versionId=" + versionId + "]";
    }
}
