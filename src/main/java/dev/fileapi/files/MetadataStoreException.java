package dev.fileapi.files;

import org.jspecify.annotations.Nullable;

/** The metadata store failed or did not answer in time. The cause is for the log, not for the caller. */
public final class MetadataStoreException extends FilesException {

    public MetadataStoreException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }
}
