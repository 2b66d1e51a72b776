package dev.fileapi.files.model;

import org.jspecify.annotations.Nullable;

/** Why a use case could not be carried out; its message tells the caller what to change and holds no secret. */
public abstract sealed class FilesException extends RuntimeException
        permits BlobStoreException,
                FileGoneException,
                UnknownFileException,
                InvalidCursorException,
                InvalidFilePathException,
                MetadataStoreException,
                NoUploadInProgressException,
                PreconditionFailedException {

    FilesException(String detail) {
        super(detail);
    }

    FilesException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }
}
