package dev.fileapi.commands;

import dev.fileapi.files.recovery.Rebuild;
import dev.fileapi.files.recovery.RebuildReport;
import dev.fileapi.files.recovery.VerifyRecords;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rebuilds the records from blob storage, or compares the two. */
@Command(name = "rebuild", description = "Rebuilds the records from blob storage; existing records stay as they are.")
public final class RebuildCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service;

    @Option(
            names = "--check",
            description = "Compare records and storage instead and change nothing; exit status 1 if they differ.")
    private boolean check;

    @Option(
            names = "--old-descriptions-before",
            paramLabel = "TIME",
            converter = OptionTime.class,
            description =
                    "Also take versions issued before this time as their snapshots describe them, where nothing else does because"
                            + " the records were lost before an upgrade. Holders of upload links may have forged that.")
    private @Nullable Instant oldDescriptionsBefore;

    @Mixin
    private final CheckpointOptions checkpoint = new CheckpointOptions("rebuild.checkpoint");

    /** @param settings of the service, by their property names */
    public RebuildCommand(Supplier<Map<String, Object>> settings) {
        this.service = new ServiceOptions(settings);
    }

    @Override
    public Integer call() {
        if (check) {
            return service.run(context -> check(context.getBean(VerifyRecords.class)));
        }
        String from = checkpoint.from();
        return service.run(context -> rebuild(context.getBean(Rebuild.class), from));
    }

    private int check(VerifyRecords verify) {
        RebuildReport report = verify.run(new PrintedProgress(out(), "checked", null));
        out().println(report.hasDifferences() ? "Records and storage differ." : "Records and storage agree.");
        return report.hasDifferences() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private int rebuild(Rebuild rebuild, @Nullable String from) {
        rebuild.run(from, oldDescriptionsBefore, new PrintedProgress(out(), "rebuilt", checkpoint.checkpoint()));
        out().println("The records are rebuilt.");
        return ExitCode.OK;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
