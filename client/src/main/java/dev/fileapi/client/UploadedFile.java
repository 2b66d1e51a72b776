package dev.fileapi.client;

import java.util.UUID;

/**
 * A version that was uploaded.
 *
 * @param path the whole path of its file
 * @param fileId the file
 * @param versionId the version
 * @param size in bytes
 * @param sha256 the SHA-256 of the bytes in base64
 * @param bytesSent how many of them this call has sent; fewer than the size when an upload was resumed
 */
public record UploadedFile(String path, UUID fileId, String versionId, long size, String sha256, long bytesSent) {}
