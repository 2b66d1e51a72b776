package dev.fileapi.cli.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A provider that answers what a test tells it to, and remembers the forms that it gets. */
final class FakeProvider implements AutoCloseable {

    /** What the token endpoint answers when nothing else is said. */
    static final String TOKENS =
            "{\"access_token\": \"ACCESS\", \"refresh_token\": \"REFRESH\", \"expires_in\": 3600, \"token_type\": \"Bearer\"}";

    private final HttpServer server;
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();
    private Function<Map<String, String>, String> token = form -> TOKENS;

    FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Client client() {
        return new Client(address(), "cli", "openid");
    }

    /** Answers the next calls of the token endpoint; an empty one breaks the connection, one without {@code access_token} is a refusal. */
    void next(String... documents) {
        answers.addAll(List.of(documents));
    }

    /** Answers calls of the token endpoint by their forms. */
    void token(Function<Map<String, String>, String> answer) {
        token = answer;
    }

    /** The forms of calls, in their order. */
    List<Map<String, String>> forms() {
        return forms;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String document = switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> configuration();
            case "/device" ->
                "{\"device_code\": \"DEVICE\", \"user_code\": \"ABCD\", \"verification_uri\": \"https://id.example/d\","
                        + " \"expires_in\": 60, \"interval\": 2}";
            default -> tokens(exchange);
        };
        try (exchange) {
            if (!document.isEmpty()) {
                byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(document.contains("\"error\"") ? 400 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private synchronized String tokens(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        forms.add(form);
        String said = answers.poll();
        return said == null ? token.apply(form) : said;
    }

    private String configuration() {
        return ("{'issuer': 'BASE', 'authorization_endpoint': 'BASE/authorize', 'token_endpoint': 'BASE/token',"
                        + " 'device_authorization_endpoint': 'BASE/device', 'revocation_endpoint': 'BASE/revoke'}")
                .replace('\'', '"')
                .replace("BASE", address().toString());
    }
}
