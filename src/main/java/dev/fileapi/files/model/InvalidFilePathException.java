package dev.fileapi.files.model;

/** A path breaks the rules of {@link FilePath}. */
public final class InvalidFilePathException extends FilesException {

    public InvalidFilePathException(String detail) {
        super(Reason.INVALID_PATH, detail);
    }
}
