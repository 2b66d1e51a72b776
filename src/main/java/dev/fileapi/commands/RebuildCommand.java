package dev.fileapi.commands;

import dev.fileapi.files.recovery.Finding;
import dev.fileapi.files.recovery.Rebuild;
import dev.fileapi.files.recovery.RebuildProgress;
import dev.fileapi.files.recovery.RebuildReport;
import dev.fileapi.files.recovery.VerifyRecords;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the records from blob storage, or with {@code --check} compares the two and changes nothing. A rebuild that was broken off
 * goes on with {@code --resume} from the checkpoint it left in {@code --checkpoint FILE}.
 */
@Singleton
final class RebuildCommand implements Command {

    private static final String CHECKPOINT = "checkpoint";
    static final CommandForm FORM =
            new CommandForm(RebuildCommand.class, Set.of(CHECKPOINT), Set.of("check", "resume"));

    private final Rebuild rebuild;
    private final VerifyRecords check;

    RebuildCommand(Rebuild rebuild, VerifyRecords check) {
        this.rebuild = rebuild;
        this.check = check;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        if (arguments.has("check")) {
            RebuildReport report = check.run(new Printed(out, "checked", null));
            out.println(report.hasDifferences() ? "Records and storage differ." : "Records and storage agree.");
            return report.hasDifferences() ? NOT_WELL : WELL;
        }
        Checkpoint checkpoint =
                new Checkpoint(Path.of(arguments.value(CHECKPOINT).orElse("rebuild.checkpoint")));
        String from = arguments.has("resume") ? checkpoint.read() : null;
        rebuild.run(from, new Printed(out, "rebuilt", checkpoint));
        out.println("The records are rebuilt.");
        return WELL;
    }

    /** Writes what happens line by line. */
    private record Printed(
            PrintStream out, String done, @Nullable Checkpoint checkpoint) implements RebuildProgress {

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
            out.println(done + ": files=" + soFar.files() + " versions=" + soFar.versions() + " findings="
                    + soFar.findings());
        }
    }
}
