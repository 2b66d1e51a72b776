package dev.fileapi.client;

import java.util.UUID;

/**
 * Names an upload.
 *
 * @param fileId the file that it belongs to
 * @param versionId the version that it is to become
 */
public record UploadRef(UUID fileId, String versionId) {

    String target() {
        return "/files/" + fileId + "/uploads/" + versionId;
    }
}
