package dev.fileapi.files.model;

/** The upload has been completed. */
public final class NoUploadInProgressException extends FilesException {

    public NoUploadInProgressException(String detail) {
        super(Reason.NO_UPLOAD_IN_PROGRESS, detail);
    }
}
