package dev.fileapi.cli.output;

import dev.fileapi.client.FileApiException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/** What a command ends with. */
public final class ExitStatus {

    public static final int OK = 0;
    /** Some files failed; the others are done. */
    public static final int SOME_FAILED = 1;

    public static final int USAGE = 2;
    /** The token is missing, not valid, or has no role for it. */
    public static final int ACCESS = 3;

    public static final int NOT_FOUND = 4;
    /** A path is taken, a file has changed, or more would be deleted than may be. */
    public static final int PRECONDITION = 5;
    /** EX_TEMPFAIL of sysexits.h. */
    public static final int TRY_AGAIN = 75;
    /** What shells tell of a process that SIGINT has ended: 128 and the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitStatus() {}

    /** Returns the status for a failure of the command as a whole. */
    public static int of(Throwable failure) {
        if (failure instanceof CommandException command) {
            return command.status();
        }
        if (failure instanceof UncheckedIOException io && io.getCause() != null) {
            return of(io.getCause());
        }
        if (failure instanceof NoSuchFileException) {
            return NOT_FOUND;
        }
        return failure instanceof FileApiException refusal ? of(refusal) : SOME_FAILED;
    }

    private static int of(FileApiException refusal) {
        return switch (refusal.status()) {
            case 401, 403 -> ACCESS;
            case 404, 410 -> NOT_FOUND;
            case 409, 412 -> PRECONDITION;
            default -> refusal.isTransient() ? TRY_AGAIN : SOME_FAILED;
        };
    }
}
