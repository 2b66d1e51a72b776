package dev.fileapi.local;

import dev.fileapi.commands.Commands;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a command for operators against the data folder of the local host, which must not be running; or, when the environment or
 * {@code --settings} says so, against another service.
 *
 * @param arguments the command's name and its own options
 * @param elsewhere whether the service is not the local one
 */
record OperatorCommand(List<String> arguments, Path data, StoreKind store, boolean elsewhere) {

    /** @param arguments the command's name and all options */
    static OperatorCommand parse(List<String> arguments, Map<String, String> environment) {
        List<String> own = new ArrayList<>();
        List<String> its = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean local = argument.matches("--(data|store)(=.*)?");
            (local ? own : its).add(argument);
            if (local && !argument.contains("=") && i + 1 < arguments.size()) {
                own.add(arguments.get(++i));
            }
        }
        Options options = Options.parse(own, Set.of("data", "store"));
        boolean elsewhere = its.stream().anyMatch(argument -> argument.matches("--settings(=.*)?"))
                || environment.containsKey("FILEAPI_STORE");
        if (elsewhere && !own.isEmpty()) {
            throw new UsageException("--data and --store are of the local service, but FILEAPI_STORE in the environment"
                    + " or --settings names another: leave out one of them");
        }
        return new OperatorCommand(
                its,
                RunCommand.data(options),
                options.get("store", StoreKind.names(), StoreKind::parse).orElse(StoreKind.H2),
                elsewhere);
    }

    /** The status to end with. */
    int run(PrintStream out) {
        if (elsewhere) {
            return Commands.run(arguments, Map::of, out);
        }
        Closer parts = new Closer();
        try {
            return Commands.run(arguments, () -> localSettings(parts), out);
        } finally {
            parts.close();
        }
    }

    private Map<String, Object> localSettings(Closer parts) {
        try {
            DataFolder folder = parts.add(DataFolder.open(data));
            LocalStore records = parts.add(LocalStore.start(store, folder.store(store.wireName()), Clock.systemUTC()));
            Azurite azurite = parts.add(Azurite.start(
                    AzuriteOptions.defaults().withProject(Project.folder()).withData(folder.blobs())));
            return new ServiceSettings()
                    .with(records.settings())
                    .with("FILEAPI_BLOBS_CONNECTION_STRING", azurite.connectionString())
                    .with("FILEAPI_BLOBS_CREATE_CONTAINER", "true")
                    .properties();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted", e);
        } catch (IOException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }
}
