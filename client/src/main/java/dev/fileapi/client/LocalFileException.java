package dev.fileapi.client;

import java.io.IOException;

/** A file of this machine that could not be read or written while a request used it, which is not a reason to make the request again. */
final class LocalFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final IOException reason;

    LocalFileException(IOException reason) {
        super(String.valueOf(reason.getMessage()), reason);
        this.reason = reason;
    }

    IOException reason() {
        return reason;
    }
}
