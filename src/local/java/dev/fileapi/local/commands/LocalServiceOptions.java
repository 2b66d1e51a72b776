package dev.fileapi.local.commands;

import dev.fileapi.local.Closer;
import dev.fileapi.local.StoppedService;
import dev.fileapi.local.StoreKind;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Lets an operator's command work on the data folder of the local host, which must not be running; or, when the environment or
 * {@code --settings} says so, on another service.
 */
final class LocalServiceOptions implements Supplier<Map<String, Object>> {

    private final Map<String, String> environment;
    private final Closer services;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "Where its metadata are kept: h2 (default) or postgres.")
    private @Nullable StoreKind store;

    private @Nullable CommandLine command;

    private LocalServiceOptions(Map<String, String> environment, Closer services) {
        this.environment = environment;
        this.services = services;
    }

    /**
     * Makes a command and adds these options to it.
     *
     * @param command takes the settings of the service that it works on
     * @param environment names another service if it has FILEAPI_STORE
     * @param services receives what is started, to be closed by the caller
     */
    static CommandLine addedTo(
            Function<Supplier<Map<String, Object>>, Object> command, Map<String, String> environment, Closer services) {
        LocalServiceOptions options = new LocalServiceOptions(environment, services);
        CommandLine line = new CommandLine(command.apply(options));
        line.getCommandSpec().addMixin("local", CommandSpec.forAnnotatedObject(options));
        line.getCommandSpec()
                .usageMessage()
                .footer("Works on the stopped service of --data and --store; or, with FILEAPI_STORE in the"
                        + " environment or --settings, on the service with those settings.");
        options.command = line;
        return line;
    }

    /** Returns the settings of the service, by their property names; of the local one after its store and its blobs have been started. */
    @Override
    public Map<String, Object> get() {
        CommandLine line = Objects.requireNonNull(command);
        if (!environment.containsKey("FILEAPI_STORE") && !line.getParseResult().hasMatchedOption("--settings")) {
            return StoppedService.start(data.folder(), store == null ? StoreKind.H2 : store, services);
        }
        if (data.isGiven() || store != null) {
            throw new ParameterException(
                    line,
                    "--data and --store are of the local service, but FILEAPI_STORE in the environment"
                            + " or --settings names another: leave out one of them");
        }
        return Map.of();
    }
}
