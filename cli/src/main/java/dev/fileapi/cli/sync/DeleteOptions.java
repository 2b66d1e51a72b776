package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a sync deletes, and how many files at most. */
public final class DeleteOptions {

    @Option(names = "--delete", description = "Deletes what only the target has.")
    private boolean delete;

    @Option(
            names = {"-f", "--force"},
            description = "Deletes even more than half of the target's files.")
    private boolean force;

    @Option(
            names = "--delete-limit",
            paramLabel = "N",
            description = "Does nothing when more than this would be deleted.")
    private @Nullable Long limit;

    boolean isOn() {
        return delete;
    }

    /**
     * Checks how many files are to be deleted.
     *
     * @param deletions how many
     * @param atTarget how many files the target had before
     * @throws CommandException when they are too many
     */
    void check(long deletions, long atTarget) {
        if (limit != null && deletions > limit) {
            throw refusal(deletions + " files would be deleted, more than --delete-limit " + limit);
        }
        if (!force && deletions * 2 > atTarget) {
            throw refusal(deletions + " of " + atTarget
                    + " files would be deleted: check the plan with --dry-run, and repeat it with --force");
        }
    }

    private static CommandException refusal(String message) {
        return new CommandException(ExitStatus.PRECONDITION, message + "; nothing was done");
    }
}
