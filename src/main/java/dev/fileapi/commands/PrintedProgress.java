package dev.fileapi.commands;

import dev.fileapi.files.recovery.Finding;
import dev.fileapi.files.recovery.RebuildProgress;
import dev.fileapi.files.recovery.RebuildReport;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints the progress of a rebuild or a check line by line.
 *
 * @param done what is printed before the figures, as {@code rebuilt}
 * @param checkpoint keeps the progress; null: it is not kept
 */
record PrintedProgress(
        PrintWriter out, String done, @Nullable Checkpoint checkpoint) implements RebuildProgress {

    @Override
    public void found(Finding finding) {
        out.println(finding.kind().name().toLowerCase(Locale.ROOT) + " " + finding.what()
                + (finding.detail().isEmpty() ? "" : ": " + finding.detail()));
    }

    @Override
    public void passed(RebuildReport soFar, @Nullable String continuation) {
        if (checkpoint != null) {
            checkpoint.write(continuation);
        }
        out.println(
                done + ": files=" + soFar.files() + " versions=" + soFar.versions() + " findings=" + soFar.findings());
    }
}
