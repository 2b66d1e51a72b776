package dev.fileapi.local.commands;

import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StartException;
import dev.fileapi.local.StoreKind;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the service until this process is told to stop. */
@Command(
        name = "run",
        description = "Runs the service at http://localhost:7071 until it is stopped (Ctrl+C).",
        footer = "Settings of the service are taken from the environment (FILEAPI_...).")
final class RunCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7071",
            description = "Port to listen on; 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = {
                "Where metadata are kept: h2, postgres or cosmos, an emulator that loses them when it stops"
                        + " (default: h2; postgres with --package on)."
            })
    private @Nullable StoreKind store;

    @Option(
            names = "--package",
            paramLabel = "on|off",
            defaultValue = "off",
            description = "Whether the packaged folder is run, as on Azure (default: ${DEFAULT-VALUE}); not with h2.")
    private OnOff packaged;

    @Option(
            names = "--events",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "Whether the service receives events of uploads (default: ${DEFAULT-VALUE}).")
    private OnOff events;

    @Option(
            names = "--link-base",
            paramLabel = "URL",
            description = "What links begin with, instead of the blob service's own address"
                    + " http://127.0.0.1:PORT/devstoreaccount1.")
    private @Nullable URI linkBase;

    /**
     * Returns what the command line asks for.
     *
     * @throws ParameterException when two options contradict each other, or the value of one is out of range
     */
    HostOptions options() {
        if (port < 0 || port > MAX_PORT) {
            throw wrong("Invalid value for option '--port': must be 0 to " + MAX_PORT + ", but is " + port);
        }
        return new HostOptions(
                port,
                data.folder(),
                store(),
                packaged == OnOff.ON,
                events == OnOff.ON,
                linkBase == null ? null : linkBase.toString(),
                true,
                true,
                Clock.systemUTC(),
                Map.of());
    }

    /** Starts everything, prints where it is, and stops it when this process is told to stop. */
    @Override
    public Integer call() throws InterruptedException {
        RunningHost host = start(options());
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
        PrintWriter out = spec.commandLine().getOut();
        if (store() == StoreKind.COSMOS) {
            out.println("Cosmos DB is emulated in memory: records are lost when this stops");
        }
        out.println("Blob service: " + host.azurite().endpoint());
        String localhost = "http://localhost:" + host.address().getPort();
        out.println("Console:      " + localhost + "/");
        out.println("Try it out:   " + localhost + "/file/docs");
        out.println("Token:        ./fileapi token" + data.argument());
        out.println("READY " + host.address());
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    private StoreKind store() {
        if (packaged == OnOff.ON && store == StoreKind.H2) {
            throw wrong("--package on needs --store postgres or cosmos: H2 is not in the package");
        }
        if (store != null) {
            return store;
        }
        return packaged == OnOff.ON ? StoreKind.POSTGRES : StoreKind.H2;
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private static RunningHost start(HostOptions options) {
        try {
            return RunningHost.start(options);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }
}
