package dev.fileapi.access.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer's endpoint of keys on a free port. It counts what it is asked, and can be slow or fail. */
public final class KeysServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String body;
    private volatile int status = 200;
    private volatile String location = "";
    private volatile Duration delay = Duration.ZERO;
    private volatile Duration pauseInBody = Duration.ZERO;

    public KeysServer(String body) {
        this.body = body;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/keys", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    public int requests() {
        return requests.get();
    }

    public void publish(String keys) {
        body = keys;
    }

    public void fail(int withStatus) {
        status = withStatus;
    }

    public void redirectTo(String url) {
        status = 302;
        location = url;
    }

    public void recover() {
        status = 200;
        delay = Duration.ZERO;
    }

    public void delay(Duration before) {
        delay = before;
    }

    public void pauseInBody(Duration pause) {
        pauseInBody = pause;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            Thread.sleep(delay.toMillis());
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes, 0, 1);
            exchange.getResponseBody().flush();
            Thread.sleep(pauseInBody.toMillis());
            exchange.getResponseBody().write(bytes, 1, bytes.length - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
