package dev.fileapi.commands;

import dev.fileapi.files.recovery.RebuildReport;
import dev.fileapi.files.recovery.Upgrade;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings what earlier releases left in blob storage up to date. */
@Command(
        name = "upgrade",
        description = "Describes in blob storage what earlier releases recorded, so that the records can be rebuilt.")
public final class UpgradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service;

    @Mixin
    private final CheckpointOptions checkpoint = new CheckpointOptions("upgrade.checkpoint");

    /** @param settings of the service, by their property names */
    public UpgradeCommand(Supplier<Map<String, Object>> settings) {
        this.service = new ServiceOptions(settings);
    }

    @Override
    public Integer call() {
        String from = checkpoint.from();
        return service.run(context -> upgrade(context.getBean(Upgrade.class), from));
    }

    private int upgrade(Upgrade upgrade, @Nullable String from) {
        PrintWriter out = spec.commandLine().getOut();
        RebuildReport report = upgrade.run(from, new PrintedProgress(out, "upgraded", checkpoint.checkpoint()));
        out.println(
                report.hasDifferences()
                        ? "Some versions could not be described."
                        : "Every version on record is described.");
        return report.hasDifferences() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
