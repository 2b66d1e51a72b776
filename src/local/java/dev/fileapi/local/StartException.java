package dev.fileapi.local;

import org.jspecify.annotations.Nullable;

/** The local host cannot start for a reason outside itself; the message says it in one line. */
public final class StartException extends RuntimeException {

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
