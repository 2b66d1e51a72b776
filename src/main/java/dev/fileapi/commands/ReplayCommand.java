package dev.fileapi.commands;

import dev.fileapi.events.DeadLetters;
import dev.fileapi.functions.BlobCreatedFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Repeats the events that Event Grid could not deliver. */
@Command(
        name = "replay-dead-letters",
        description =
                "Repeats events that could not be delivered, and removes each dead letter when all of its events are processed.")
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private final ServiceOptions service;

    @Option(names = "--dry-run", description = "List the dead letters instead and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--container",
            paramLabel = "NAME",
            defaultValue = "dead-letters",
            description = "Blob container of the dead letters (default: ${DEFAULT-VALUE}).")
    private String container;

    /** @param settings of the service, by their property names */
    public ReplayCommand(Supplier<Map<String, Object>> settings) {
        this.service = new ServiceOptions(settings);
    }

    @Override
    public Integer call() {
        return service.run(this::replay);
    }

    private int replay(ApplicationContext context) {
        DeadLetters letters = context.getBean(DeadLetters.class);
        if (!letters.exists(container)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no container " + container + " for dead letters: --container names another");
        }
        PrintWriter out = spec.commandLine().getOut();
        DeadLetterReplay replay = new DeadLetterReplay(
                context.getBean(BlobCreatedFunction.class), context.getBean(ObjectMapper.class), dryRun, out);
        int left = replay.run(letters, container);
        return left == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
