package dev.fileapi.cli.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Where the browser comes back to: a free port of this machine, for one answer ("OAuth 2.0 for Native Apps", RFC 8252, section 7.3). */
final class Redirect implements AutoCloseable {

    private static final String PATH = "/callback";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String PAGE = "<!doctype html><html lang=en><title>File API</title><p>";

    private final HttpServer server;
    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

    private Redirect(HttpServer server) {
        this.server = server;
    }

    static Redirect listen() throws IOException {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
        Redirect redirect = new Redirect(HttpServer.create(free, 0));
        redirect.server.createContext("/", redirect::handle);
        redirect.server.start();
        return redirect;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /**
     * Returns the parameters that the browser comes back with.
     *
     * @throws CommandException when it does not, in this time
     */
    Map<String, String> await(Duration timeout) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CommandException(
                    ExitStatus.TRY_AGAIN, "the browser has not come back within " + timeout.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitStatus.TRY_AGAIN, "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What else a browser asks for, an icon, is not there. */
    private void handle(HttpExchange exchange) throws IOException {
        boolean isAnswer = exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals(PATH);
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        try (exchange) {
            if (isAnswer) {
                show(exchange, parameters.containsKey("code") ? "You can close this page." : "The sign-in has failed.");
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
        if (isAnswer) {
            // when the browser has its page, since all ends then
            answer.complete(parameters);
        }
    }

    private static void show(HttpExchange exchange, String text) throws IOException {
        byte[] page = (PAGE + text).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
