package dev.fileapi.files.model;

/** The file has been deleted. */
public final class FileGoneException extends FilesException {

    public FileGoneException(String detail) {
        super(Reason.FILE_GONE, detail);
    }
}
