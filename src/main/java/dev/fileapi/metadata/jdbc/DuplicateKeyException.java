package dev.fileapi.metadata.jdbc;

/** A row would have broken a unique index. */
final class DuplicateKeyException extends RuntimeException {

    DuplicateKeyException(Throwable cause) {
        super(cause);
    }
}
