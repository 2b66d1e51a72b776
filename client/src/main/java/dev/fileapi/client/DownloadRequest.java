package dev.fileapi.client;

import java.nio.file.Path;

/**
 * A file to download.
 *
 * @param file which one, at which version
 * @param target where its bytes go; what is there is replaced at once when all of them are right. Its folders are made
 * @param keepsSourceTime whether the target gets the time at which the source was last changed, where that is known
 */
public record DownloadRequest(FileRef file, Path target, boolean keepsSourceTime) {

    /**
     * Returns a request.
     *
     * @param file which file, at which version
     * @param target where its bytes go
     */
    public static DownloadRequest of(FileRef file, Path target) {
        return new DownloadRequest(file, target, false);
    }

    /** Returns the same for a target that gets the time of the source. */
    public DownloadRequest keepingSourceTime() {
        return new DownloadRequest(file, target, true);
    }
}
