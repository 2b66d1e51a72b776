package dev.fileapi.files.model;

/** What the upload is conditional on is not true. */
public final class PreconditionFailedException extends FilesException {

    public PreconditionFailedException(String detail) {
        super(Reason.PRECONDITION_FAILED, detail);
    }
}
