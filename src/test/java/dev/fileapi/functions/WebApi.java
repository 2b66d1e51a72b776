package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fileapi.acceptance.OpenApiValidation;
import dev.fileapi.access.Role;
import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.LocalIssuer;
import dev.fileapi.local.Project;
import dev.fileapi.local.TokenOrder;
import dev.fileapi.local.functions.FunctionApp;
import dev.fileapi.local.functions.FunctionsHost;
import dev.fileapi.local.functions.FunctionsHostOptions;
import dev.fileapi.local.functions.RawHttp;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import dev.fileapi.startup.FunctionInstances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole application in a Functions host, on H2 and Azurite; register it in a static field. Its workspace is its own. */
public final class WebApi implements BeforeAllCallback, AfterAllCallback {

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final UUID user = UUID.randomUUID();
    private final AzuriteExtension azurite = new AzuriteExtension();
    private final HttpClient links = HttpClient.newHttpClient();
    /** Signing one takes longer than most calls. */
    private final Map<TokenOrder, String> tokens = new ConcurrentHashMap<>();

    private final Map<String, Object> settings = new HashMap<>();
    private final List<Object> singletons = new ArrayList<>();
    private boolean unencodedUrl = true;
    private @Nullable LocalIssuer issuer;
    private @Nullable FunctionInstances instances;
    private @Nullable FunctionsHost host;

    public WebApi with(String property, Object value) {
        settings.put(property, value);
        return this;
    }

    public WebApi withAll(Map<String, Object> properties) {
        settings.putAll(properties);
        return this;
    }

    /** With a bean in place of what the application would make. */
    public WebApi with(Object singleton) {
        singletons.add(singleton);
        return this;
    }

    /** In a host that does not tell functions the URL as it came, but hands on what a client says it was. */
    public WebApi withoutUnencodedUrl() {
        unencodedUrl = false;
        return this;
    }

    /** What the application was started with. */
    public Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        azurite.beforeAll(context);
        // one key for all, as the local host has it: making one takes longer than most tests
        LocalIssuer started = LocalIssuer.in(Project.folder().resolve("target/local-issuer"), Clock.systemUTC());
        Map<String, Object> all = new HashMap<>(azurite.properties());
        all.put("fileapi.store", "jdbc");
        all.put("fileapi.jdbc.url", H2.inMemory());
        issuer = started;
        started.settings()
                .forEach((variable, value) ->
                        all.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        all.putAll(settings);
        settings.putAll(all);
        FunctionInstances made = new FunctionInstances(all, singletons.toArray());
        instances = made;
        host = FunctionsHost.start(
                FunctionApp.annotated(HttpFunction.class.getPackageName(), HttpFunction.class.getClassLoader(), made),
                FunctionsHostOptions.defaults().withTimers(false).withUnencodedUrl(unencodedUrl));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        host().close();
        instances().close();
    }

    public FunctionInstances instances() {
        return Objects.requireNonNull(instances, "Register this extension in a static field.");
    }

    public Workspace workspace() {
        return workspace;
    }

    public String container() {
        return azurite.container();
    }

    /** The names of all blobs in the container. */
    public List<String> blobNames() {
        return azurite.blobNames();
    }

    /** A token for an hour; {@code role} null for one without. */
    public String token(@Nullable Role role) {
        return token(workspace, role);
    }

    /** A token for an hour that is for another workspace. */
    public String token(Workspace other, @Nullable Role role) {
        LocalIssuer signer = Objects.requireNonNull(issuer, "Register this extension in a static field.");
        return tokens.computeIfAbsent(TokenOrder.of(user, other, role), signer::token);
    }

    /** What the service's own links begin with. */
    public String origin() {
        return host().address().toString();
    }

    /** Path of the workspace's address, to which {@code rest} is added as it is. */
    public String address(String rest) {
        return "/file/v2/orgs/" + workspace.organisationId() + "/workspaces/" + workspace.workspaceId() + rest;
    }

    /** A call by an editor. */
    public Answer call(String method, String rest) {
        return call(method, rest, Map.of());
    }

    /** A call by an editor, with more headers. */
    public Answer call(String method, String rest, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("authorization", "Bearer " + token(Role.EDITOR)));
        all.putAll(headers);
        return send(method, address(rest), all, Optional.empty());
    }

    public Answer post(String rest, String json) {
        return json("POST", rest, json);
    }

    /** A call by an editor with a body. */
    public Answer json(String method, String rest, String json) {
        return send(
                method,
                address(rest),
                Map.of("authorization", "Bearer " + token(Role.EDITOR), "content-type", "application/json"),
                Optional.of(json));
    }

    /** A request as it goes over the wire; its answer is as the API is described, or the test fails. */
    public Answer send(String method, String pathAndQuery, Map<String, String> headers, Optional<String> body) {
        return send(method, pathAndQuery, headers, body.orElse("").getBytes(UTF_8));
    }

    /** As the other; for a body that is not text in UTF-8. */
    public Answer send(String method, String pathAndQuery, Map<String, String> headers, byte[] content) {
        String[] lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toArray(String[]::new);
        Answer answer = answered(() -> new RawHttp(host().address()).send(method, pathAndQuery, content, lines));
        OpenApiValidation.check(method, pathAndQuery, answer.status(), answer.header("Content-Type"), answer.body());
        return answer;
    }

    /** The name of the blob that an upload, by an editor, was sent to. Nobody has told of it. */
    public String uploadedBlob(String path) {
        Answer link = call("PUT", "/files/path/" + path);
        put(link.text("upload"), "x".getBytes(UTF_8));
        return workspace.organisationId() + "/" + workspace.workspaceId() + "/" + link.text("file_id") + "/"
                + link.text("version_id");
    }

    /** How many live files are recorded; unlike a list, this records nothing itself. */
    public int recorded() {
        MetadataStore store = instances().getInstance(MetadataStore.class);
        return Math.toIntExact(
                store.listFiles(workspace, FileFilterBuilder.live().build(), List.of(), 0, 1)
                        .total());
    }

    /** Sends the bytes to a link. */
    public int put(String link, byte[] bytes) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                .header("x-ms-blob-type", "BlockBlob")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return exchange(request).statusCode();
    }

    public byte[] get(String link) {
        return exchange(HttpRequest.newBuilder(URI.create(link)).build()).body();
    }

    private FunctionsHost host() {
        return Objects.requireNonNull(host, "Register this extension in a static field.");
    }

    private static Answer answered(Callable<RawAnswer> exchange) {
        try {
            return new Answer(exchange.call());
        } catch (Exception e) {
            throw new AssertionError("No answer", e);
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return links.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
