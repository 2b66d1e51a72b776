package dev.fileapi.cli;

/** A failure of a command with the status that it ends with. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    CommandException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
