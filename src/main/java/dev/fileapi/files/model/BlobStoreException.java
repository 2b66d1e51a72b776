package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/** The blob service failed or did not answer in time. The cause is for the log, not for the caller. */
public final class BlobStoreException extends FilesException {

    public BlobStoreException(String detail, @Nullable Throwable cause) {
        super(Reason.BLOB_STORE_FAILED, detail, cause);
    }
}
