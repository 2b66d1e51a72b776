package dev.fileapi.local;

import dev.fileapi.access.Role;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs the service until this process is told to stop. */
record RunCommand(HostOptions options) {

    private static final int DEFAULT_PORT = 7071;
    private static final int HIGHEST_PORT = 65_535;

    static RunCommand parse(List<String> arguments) {
        Options options = Options.parse(arguments, Set.of("port", "data", "store", "package", "events", "link-base"));
        boolean packaged =
                options.get("package", "on or off", RunCommand::onOrOff).orElse(false);
        return new RunCommand(new HostOptions(
                options.get("port", "a port, 0 for a free one", RunCommand::port)
                        .orElse(DEFAULT_PORT),
                data(options),
                store(options, packaged),
                packaged,
                options.get("events", "on or off", RunCommand::onOrOff).orElse(true),
                options.get("link-base", "a URL that begins with http:// or https://", RunCommand::url)
                        .orElse(null),
                true,
                true,
                Clock.systemUTC(),
                Map.of()));
    }

    /** The folder that keeps everything. */
    static Path data(Options options) {
        return options.get("data", "a folder", folder -> Path.of(folder).toAbsolutePath())
                .orElseGet(() -> Project.folder().resolve("data"));
    }

    private static StoreKind store(Options options, boolean packaged) {
        StoreKind store = options.get("store", StoreKind.names(), StoreKind::parse)
                .orElse(packaged ? StoreKind.POSTGRES : StoreKind.H2);
        if (packaged && store == StoreKind.H2) {
            throw new UsageException("--package on needs --store postgres or cosmos: H2 is not in the package");
        }
        return store;
    }

    /** Starts everything, says where it is, and stops it when this process is told to stop. */
    void run(PrintStream out) throws InterruptedException {
        RunningHost host = start();
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
        String token = host.token(Role.EDITOR);
        URI readable = URI.create("http://localhost:" + host.address().getPort());
        if (options.store() == StoreKind.COSMOS) {
            out.println("Cosmos DB is emulated in memory: records are gone when this stops");
        }
        out.println("Blob service: " + host.azurite().endpoint());
        out.println("Token, an editor's, for an hour: " + token);
        out.println("Upload link: curl -X PUT -H 'Authorization: Bearer " + token + "' '" + readable
                + host.workspace().getPath() + "/files/path/hello.txt'");
        out.println("READY " + host.address());
        new CountDownLatch(1).await();
    }

    private RunningHost start() {
        try {
            return RunningHost.start(options);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    private static boolean onOrOff(String text) {
        if (!text.equals("on") && !text.equals("off")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("on");
    }

    private static String url(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
