package dev.fileapi.client;

import java.nio.file.Path;

/**
 * A version that was downloaded.
 *
 * @param file the file at that version
 * @param target where its bytes are
 * @param bytesReceived how many of them this call has received; fewer than the size when a download was resumed
 * @param isVerified whether the bytes have the SHA-256 on record; false when none is on record, and only the size was compared
 */
public record DownloadedFile(StoredFile file, Path target, long bytesReceived, boolean isVerified) {}
