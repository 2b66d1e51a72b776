package dev.fileapi.local;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.functions.FunctionsHost;
import dev.fileapi.local.functions.FunctionsHostOptions;
import dev.fileapi.local.functions.RawHttp;
import dev.fileapi.settings.InvalidSettingException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * The whole service on this machine: its functions in a Functions host, and around them a blob service with its events, a metadata store and
 * an issuer of tokens. None of them is a fake except the host itself.
 */
public final class RunningHost implements AutoCloseable {

    private static final String CORS_ORIGINS = "FILEAPI_HTTP_CORS_ORIGINS";

    private final Closer parts;
    private final LocalIssuer issuer;
    private final Azurite azurite;
    private final FunctionsHost functions;
    private final Map<String, String> settings;

    private RunningHost(
            Closer parts, LocalIssuer issuer, Azurite azurite, FunctionsHost functions, Map<String, String> settings) {
        this.settings = settings;
        this.parts = parts;
        this.issuer = issuer;
        this.azurite = azurite;
        this.functions = functions;
    }

    /**
     * Starts everything.
     *
     * @throws InvalidSettingException when the service refuses a setting
     * @throws StartException when the port or the data folder is taken
     */
    public static RunningHost start(HostOptions options) throws Exception {
        Closer parts = new Closer();
        try {
            return start(options, parts);
        } catch (Exception e) {
            parts.close();
            throw e;
        }
    }

    private static RunningHost start(HostOptions options, Closer parts) throws Exception {
        checkFree(options.port());
        Path folder = options.data();
        DataFolder data = folder == null ? null : parts.add(DataFolder.open(folder));
        LocalIssuer issuer = LocalIssuer.in(
                data == null ? Project.folder().resolve("target/local-issuer") : data.key(), options.clock());
        LocalStore store = parts.add(LocalStore.start(
                options.store(),
                data == null ? null : data.store(options.store().toString()),
                options.clock()));
        BlobEvents events = parts.add(new BlobEvents(options.clock()));
        Azurite azurite = parts.add(Azurite.start(AzuriteOptions.defaults()
                .withProject(Project.folder())
                .withData(data == null ? null : data.blobs())
                .withCommitListener(events::raise)));
        String origins = options.settings().getOrDefault(CORS_ORIGINS, "*");
        new BlobCors(System.getenv().getOrDefault(CORS_ORIGINS, origins)).set(azurite);
        ServiceSettings settings = new ServiceSettings()
                .with(CORS_ORIGINS, origins)
                .with(issuer.settings())
                .with(LocalProvider.settings())
                .with(store.settings())
                .with("FILEAPI_BLOBS_CONNECTION_STRING", azurite.connectionString())
                .with("FILEAPI_BLOBS_CREATE_CONTAINER", "true")
                .with("FILEAPI_BLOBS_LINK_BASE", options.linkBase())
                .with(options.settings())
                .without(System.getenv());
        Service service = service(settings, options, issuer, parts);
        FunctionsHost functions =
                parts.add(serve(service.with(new LocalProvider(issuer, options.clock()).pages()), options));
        if (options.events()) {
            for (URI webhook : functions.webhooks()) {
                events.subscribe(webhook);
            }
        }
        return new RunningHost(parts, issuer, azurite, functions, settings.variables());
    }

    /** Where the service is, without a slash at its end. */
    public URI address() {
        return functions.address();
    }

    public Azurite azurite() {
        return azurite;
    }

    /** What another service needs that is to share this one's store and blobs, by environment variable. */
    public Map<String, String> settings() {
        return settings;
    }

    public LocalIssuer issuer() {
        return issuer;
    }

    /** A token for the workspace that tests and the first steps use. */
    public String token(Role role) {
        return issuer.token(TokenOrder.of(Demo.USER, Demo.workspace(), role));
    }

    /** Where the workspace of {@link #token} is, without a slash at its end. */
    public URI workspace() {
        return workspace(Demo.workspace());
    }

    /** Where a workspace is, without a slash at its end. */
    public URI workspace(Workspace workspace) {
        return address()
                .resolve("/file/v2/orgs/" + workspace.organisationId() + "/workspaces/" + workspace.workspaceId());
    }

    /** Where Event Grid delivers events to a function. */
    public URI webhook(String functionName) {
        return functions.webhook(functionName);
    }

    /** Runs a timer function and returns when it has run. */
    public void run(String functionName) throws IOException {
        int status = new RawHttp(address())
                .send("POST", "/admin/functions/" + functionName, new byte[0])
                .status();
        if (status != 202) {
            throw new IOException("No such function: " + functionName);
        }
    }

    /** Stops everything, within seconds. */
    @Override
    public void close() {
        parts.close();
    }

    private static Service service(ServiceSettings settings, HostOptions options, LocalIssuer issuer, Closer parts)
            throws Exception {
        return options.packaged()
                ? Service.packaged(settings.properties(), options.clock(), parts)
                : Service.ofThisProcess(settings.properties(), options.clock(), new DemoTryItOut(issuer));
    }

    private static FunctionsHost serve(Service service, HostOptions options) throws Exception {
        try {
            return FunctionsHost.start(
                    service.app(),
                    FunctionsHostOptions.defaults()
                            .withPort(options.port())
                            .withRoutePrefix(service.routePrefix())
                            .withUnencodedUrl(options.unencodedUrl())
                            .withTimers(options.timers())
                            .withClock(options.clock())
                            .withPages(service.pages()));
        } catch (IllegalStateException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
    }

    /** A service that cannot start says why when it is asked for its functions. */
    private static RuntimeException refused(String failure, Exception cause) {
        String[] setting = failure.split(": ", 2);
        return failure.startsWith("FILEAPI_") && setting.length == 2
                ? new InvalidSettingException(setting[0], setting[1])
                : new StartException(failure, cause);
    }

    /** Before anything else, since the rest takes seconds. */
    private static void checkFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            throw new StartException("Port " + port + " is in use: choose another one with --port", e);
        }
    }
}
