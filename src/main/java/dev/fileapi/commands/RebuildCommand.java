package dev.fileapi.commands;

import dev.fileapi.files.recovery.Rebuild;
import dev.fileapi.files.recovery.RebuildReport;
import dev.fileapi.files.recovery.VerifyRecords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(names = "--resume", description = "Continue a rebuild that was interrupted, from its checkpoint.")
    private boolean resume;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            defaultValue = "rebuild.checkpoint",
            description = "File that keeps the progress (default: ${DEFAULT-VALUE}).")
    private Path checkpoint;

    /** @param settings of the service, by their property names */
    public RebuildCommand(Supplier<Map<String, Object>> settings) {
        this.service = new ServiceOptions(settings);
    }

    @Override
    public Integer call() {
        if (check) {
            return service.run(context -> check(context.getBean(VerifyRecords.class)));
        }
        Checkpoint progress = new Checkpoint(checkpoint);
        String from = resume ? progress.read().orElseThrow(this::noCheckpoint) : null;
        return service.run(context -> rebuild(context.getBean(Rebuild.class), from, progress));
    }

    private int check(VerifyRecords verify) {
        RebuildReport report = verify.run(new PrintedProgress(out(), "checked", null));
        out().println(report.hasDifferences() ? "Records and storage differ." : "Records and storage agree.");
        return report.hasDifferences() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private int rebuild(Rebuild rebuild, @Nullable String from, Checkpoint progress) {
        rebuild.run(from, new PrintedProgress(out(), "rebuilt", progress));
        out().println("The records are rebuilt.");
        return ExitCode.OK;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException noCheckpoint() {
        return new ParameterException(spec.commandLine(), "There is no checkpoint " + checkpoint + " to resume from");
    }
}
