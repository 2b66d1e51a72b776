package dev.fileapi.local;

/** The local host cannot start for a reason outside itself; the message says it in one line. */
final class StartException extends RuntimeException {

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
