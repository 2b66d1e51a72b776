package dev.fileapi.files;

/** There is no such file or version. */
public final class FileNotFoundException extends FilesException {

    public FileNotFoundException(String detail) {
        super(detail);
    }
}
