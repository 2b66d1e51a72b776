package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Failures;
import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.sync.Action.Refuse;
import dev.fileapi.cli.sync.Action.Skip;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what becomes of actions, and counts it. For use by many threads. */
final class Report {

    private final Output output;
    private final boolean lists;
    private long transferred;
    private long deleted;
    private long failed;
    private long bytes;

    /**
     * Makes a report.
     *
     * @param output where lines go
     * @param lists whether text has a line for each action that is done; JSON always has
     */
    Report(Output output, boolean lists) {
        this.output = output;
        this.lists = lists;
    }

    /** Prints what would be done. */
    void planned(Action action) {
        if (action instanceof Refuse refuse) {
            failed(action, new CommandException(ExitStatus.SOME_FAILED, refuse.reason()));
        } else {
            print(action, "planned", true);
        }
    }

    synchronized void done(Action action, long bytesMoved) {
        if (action.isDeletion()) {
            deleted++;
        } else if (!(action instanceof Skip)) {
            transferred++;
        }
        bytes += bytesMoved;
        print(action, "done", lists);
    }

    synchronized void failed(Action action, Throwable failure) {
        failed++;
        String message = Failures.message(failure);
        output.note(
                "action",
                new ActionLine(
                        action.verb(),
                        action.path(),
                        action.size(),
                        "failed",
                        Output.problem(failure),
                        Output.status(failure),
                        message),
                "fileapi: " + action.path() + ": " + message);
    }

    /** Prints the figures, and returns the exit status. */
    synchronized int summary(long unchanged) {
        Summary summary = new Summary(transferred, unchanged, deleted, failed, bytes);
        output.note("summary", summary, summary.text());
        return failed == 0 ? ExitStatus.OK : ExitStatus.SOME_FAILED;
    }

    private void print(Action action, String outcome, boolean asText) {
        String reason = action instanceof Skip skip ? skip.reason() : null;
        ActionLine line = new ActionLine(action.verb(), action.path(), action.size(), outcome, null, null, reason);
        output.line("action", line, asText ? line.text() : null);
    }

    private record ActionLine(
            String action,
            String path,
            long size,
            String outcome,
            @Nullable String problem,
            @Nullable Integer status,
            @Nullable String message) {

        private String text() {
            return String.format(Locale.ROOT, "%-8s  %s%s", action, path, message == null ? "" : ": " + message);
        }
    }

    private record Summary(long transferred, long unchanged, long deleted, long failed, long bytes) {

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "%d transferred (%d bytes), %d unchanged, %d deleted, %d failed",
                    transferred,
                    bytes,
                    unchanged,
                    deleted,
                    failed);
        }
    }
}
