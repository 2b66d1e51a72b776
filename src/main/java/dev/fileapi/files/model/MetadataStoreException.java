package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/** The metadata store failed or did not answer in time. The cause is for the log, not for the caller. */
public sealed class MetadataStoreException extends FilesException permits MetadataStoreBusyException {

    public MetadataStoreException(String detail, @Nullable Throwable cause) {
        super(Reason.METADATA_STORE_FAILED, detail, cause);
    }

    MetadataStoreException(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason, detail, cause);
    }
}
