package dev.fileapi.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an upload whose bytes were sent.
 *
 * @param fileId the file
 * @param versionId the version
 * @param state committed, superseded or rejected
 * @param reason why it was rejected; null unless it was
 * @param reasonDetail what to do about a rejection; null unless it was rejected
 * @param file the file at its latest version; null unless the upload is committed
 */
public record CompletedUpload(
        UUID fileId,
        String versionId,
        UploadState state,
        @Nullable String reason,
        @Nullable String reasonDetail,
        @Nullable StoredFile file) {}
