package dev.fileapi.files;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import java.net.URI;

/** A link with which its holder writes the blob of one version. Its text is a secret. */
public record UploadLink(FileId fileId, VersionId versionId, URI link) {

    /** Leaves the link out: it carries a signature. */
    @Override
    public String toString() {
        return "UploadLink[fileId=" + fileId + ", versionId=" + versionId + "]";
    }
}
