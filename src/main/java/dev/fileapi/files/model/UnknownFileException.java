package dev.fileapi.files.model;

/** There is no such file or version. */
public final class UnknownFileException extends FilesException {

    public UnknownFileException(String detail) {
        super(Reason.UNKNOWN_FILE, detail);
    }
}
