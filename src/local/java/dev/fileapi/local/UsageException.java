package dev.fileapi.local;

/** An option or a setting that is wrong; the message says in one line which and what to write instead. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
