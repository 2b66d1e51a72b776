package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/** Why a use case could not be carried out; its message tells the caller what to change and holds no secret. */
public abstract sealed class FilesException extends RuntimeException
        permits BlobStoreException,
                DeclarationMismatchException,
                FileGoneException,
                UnknownFileException,
                InvalidCursorException,
                InvalidFilePathException,
                MetadataStoreException,
                NoUploadInProgressException,
                PathTakenException,
                PreconditionFailedException,
                TooManyUploadsException,
                UploadIncompleteException {

    /** Each has its own answer: where one is made, a switch over them must be complete to compile. */
    public enum Reason {
        BLOB_STORE_FAILED,
        DECLARATION_MISMATCH,
        FILE_GONE,
        INVALID_CURSOR,
        INVALID_PATH,
        METADATA_STORE_BUSY,
        METADATA_STORE_FAILED,
        NO_UPLOAD_IN_PROGRESS,
        PATH_TAKEN,
        PRECONDITION_FAILED,
        TOO_MANY_UPLOADS,
        UNKNOWN_FILE,
        UPLOAD_INCOMPLETE
    }

    private final Reason reason;

    FilesException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    FilesException(Reason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public final Reason reason() {
        return reason;
    }
}
