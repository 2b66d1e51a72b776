package dev.fileapi.cli;

import dev.fileapi.client.FileApiException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

/** What a command ends with. */
final class ExitStatus {

    static final int OK = 0;
    static final int SOME_FAILED = 1;
    static final int USAGE = 2;
    static final int ACCESS = 3;
    static final int NOT_FOUND = 4;
    static final int PRECONDITION = 5;
    /** EX_TEMPFAIL of sysexits.h. */
    static final int TRY_AGAIN = 75;

    private ExitStatus() {}

    /** Returns the status for a failure of the command as a whole. */
    static int of(Throwable failure) {
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
