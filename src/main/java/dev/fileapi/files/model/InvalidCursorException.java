package dev.fileapi.files.model;

/** A cursor is not one that the listing gave out. */
public final class InvalidCursorException extends FilesException {

    public InvalidCursorException(String detail) {
        super(Reason.INVALID_CURSOR, detail);
    }
}
