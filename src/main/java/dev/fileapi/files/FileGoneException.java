package dev.fileapi.files;

/** The file has been deleted. */
public final class FileGoneException extends FilesException {

    public FileGoneException(String detail) {
        super(detail);
    }
}
