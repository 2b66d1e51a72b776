package dev.fileapi.cli.output;

/** A failure of a command with the status that it ends with. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public CommandException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
