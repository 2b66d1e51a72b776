package dev.fileapi.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hands requests on to a server, notes them, and does to some of them what networks and overloaded servers do. */
final class FaultyProxy implements AutoCloseable {

    private static final Set<String> NOT_HANDED_ON =
            Set.of("connection", "host", "content-length", "expect", "upgrade", "http2-settings", "transfer-encoding");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private volatile @Nullable URI target;

    private FaultyProxy(HttpServer server) {
        this.server = server;
    }

    static FaultyProxy start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FaultyProxy proxy = new FaultyProxy(server);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "proxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", proxy::handle);
        server.start();
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void handOnTo(URI server) {
        target = server;
    }

    /** Does something to the next requests that are like this. */
    void next(int times, Predicate<Call> which, Fault fault) {
        rules.add(new Rule(which, fault, new AtomicInteger(times)));
    }

    /** Forgets what was noted, and does nothing more to requests. */
    void reset() {
        rules.clear();
        calls.clear();
    }

    List<Call> calls(Predicate<Call> which) {
        return calls.stream().filter(which).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                Map.copyOf(exchange.getRequestHeaders()));
        calls.add(call);
        Fault fault = rules.stream()
                .filter(rule -> rule.which.test(call) && rule.times.getAndDecrement() > 0)
                .map(Rule::fault)
                .findFirst()
                .orElse(FaultyProxy::answer);
        try (exchange) {
            fault.happen(new Exchange(exchange, this));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(Exchange exchange) throws IOException, InterruptedException {
        exchange.send(exchange.handOn(), Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request that was noted. */
    record Call(String method, String path, String query, Map<String, List<String>> headers) {

        boolean is(String wantedMethod, String part) {
            return method.equals(wantedMethod) && (path + "?" + query).contains(part);
        }

        boolean isBlock() {
            return is("PUT", "comp=block&");
        }

        boolean isBlockList() {
            return is("PUT", "comp=blocklist");
        }

        @Nullable
        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }
    }

    /** What is done to a request instead of answering it; the connection ends after it unless it has answered. */
    @FunctionalInterface
    interface Fault {

        void happen(Exchange exchange) throws IOException, InterruptedException;

        /** No answer, and nothing of it reaches the server. */
        static Fault brokenBefore() {
            return exchange -> {};
        }

        /** The connection breaks in the middle of the request. */
        static Fault brokenWhileSent(int bytes) {
            return exchange -> exchange.exchange.getRequestBody().readNBytes(bytes);
        }

        /** The server does it, and its answer is lost. */
        static Fault answerLost() {
            return Exchange::handOn;
        }

        /** The answer's body ends after some bytes, and the connection with it. */
        static Fault truncated(int bytes) {
            return exchange -> exchange.send(exchange.handOn(), bytes);
        }

        /** Another answer than the server's. */
        static Fault status(int status, Map<String, String> headers) {
            return exchange -> {
                exchange.exchange.getRequestBody().readAllBytes();
                headers.forEach(exchange.exchange.getResponseHeaders()::set);
                exchange.exchange.sendResponseHeaders(status, -1);
            };
        }

        /** The answer comes late. */
        static Fault late(long millis) {
            return exchange -> {
                Thread.sleep(millis);
                answer(exchange);
            };
        }
    }

    /** A request at the proxy. */
    static final class Exchange {

        private final HttpExchange exchange;
        private final FaultyProxy proxy;

        private Exchange(HttpExchange exchange, FaultyProxy proxy) {
            this.exchange = exchange;
            this.proxy = proxy;
        }

        HttpResponse<InputStream> handOn() throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(proxy.target + exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            return proxy.client.send(request.build(), BodyHandlers.ofInputStream());
        }

        void sendText(String text) throws IOException {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }

        void send(HttpResponse<InputStream> answer, int bytes) throws IOException {
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body().readAllBytes();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                // not closed: an answer that is too short closes the connection, when the exchange is
                OutputStream out = exchange.getResponseBody();
                out.write(body, 0, Math.min(body.length, bytes));
                out.flush();
            }
        }
    }

    private record Rule(Predicate<Call> which, Fault fault, AtomicInteger times) {}
}
