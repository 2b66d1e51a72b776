package dev.fileapi.files.model;

/** No bytes are committed for the upload. */
public final class UploadIncompleteException extends FilesException {

    public UploadIncompleteException(String detail) {
        super(Reason.UPLOAD_INCOMPLETE, detail);
    }
}
