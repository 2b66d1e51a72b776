package dev.fileapi.files.model;

/** Another file is where one is to be moved to. */
public final class PathTakenException extends FilesException {

    public PathTakenException(String detail) {
        super(Reason.PATH_TAKEN, detail);
    }
}
