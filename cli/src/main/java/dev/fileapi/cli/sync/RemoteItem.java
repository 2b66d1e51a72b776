package dev.fileapi.cli.sync;

import dev.fileapi.client.FileRef;
import dev.fileapi.client.StoredFile;
import dev.fileapi.client.UploadRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of the workspace.
 *
 * @param path below the folder that is looked at
 * @param fileId the file
 * @param versionId its latest version
 * @param etag of the version; null while the service has not recorded it
 * @param size in bytes
 * @param sha256 in base64; null where it is not known
 * @param sourceModifiedAt when its source was last changed; null when that was not told
 */
record RemoteItem(
        String path,
        UUID fileId,
        String versionId,
        @Nullable String etag,
        long size,
        @Nullable String sha256,
        @Nullable Instant sourceModifiedAt) {

    static RemoteItem of(String path, StoredFile file) {
        return new RemoteItem(
                path,
                file.fileId(),
                file.versionId(),
                file.etag(),
                file.size(),
                file.checksums().sha256(),
                file.sourceModifiedAt());
    }

    RemoteItem withSha256(String sum) {
        return new RemoteItem(path, fileId, versionId, etag, size, sum, sourceModifiedAt);
    }

    /** Returns what names exactly this version. */
    FileRef ref() {
        return FileRef.id(fileId).at(versionId);
    }

    /** Returns what names the upload that the version comes from. */
    UploadRef upload() {
        return new UploadRef(fileId, versionId);
    }

    boolean isRecorded() {
        return etag != null;
    }

    /** Tells whether it is the later version of two of one path. */
    boolean isNewerThan(RemoteItem other) {
        return Long.parseLong(versionId) > Long.parseLong(other.versionId);
    }
}
