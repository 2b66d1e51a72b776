package dev.fileapi.files;

/** A path breaks the rules of {@link FilePath}. */
public final class InvalidPathException extends FilesException {

    public InvalidPathException(String detail) {
        super(detail);
    }
}
