package dev.fileapi.cli.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands the bytes of connections on to a server, and counts them and the requests in them, by the ends of request lines: random bytes of a body do not
 * have such.
 */
final class CountingProxy implements AutoCloseable {

    private static final byte[] REQUEST_LINE_END = " HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 128 * 1024;
    private static final int BACKLOG = 256;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile URI target = URI.create("");

    private CountingProxy(ServerSocket server) {
        this.server = server;
    }

    static CountingProxy start() throws IOException {
        CountingProxy proxy = new CountingProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void handOnTo(URI address) {
        target = address;
    }

    /** Returns what was counted since it was asked last. */
    Traffic traffic() {
        return new Traffic(requests.getAndSet(0), sent.getAndSet(0), received.getAndSet(0));
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket there = new Socket(target.getHost(), target.getPort());
                client.setTcpNoDelay(true);
                there.setTcpNoDelay(true);
                threads.execute(() -> copy(client, there, true));
                threads.execute(() -> copy(there, client, false));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void copy(Socket from, Socket to, boolean isRequest) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int matched = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (isRequest) {
                    sent.addAndGet(read);
                    matched = count(buffer, read, matched);
                } else {
                    received.addAndGet(read);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // by one of the two, which the other one sees
            return;
        }
    }

    /** Returns how much of the end of a request line the bytes end with; no byte but the first of it begins it again. */
    private int count(byte[] bytes, int length, int matchedBefore) {
        int matched = matchedBefore;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == REQUEST_LINE_END[matched]) {
                matched++;
                if (matched == REQUEST_LINE_END.length) {
                    requests.incrementAndGet();
                    matched = 0;
                }
            } else {
                matched = bytes[i] == REQUEST_LINE_END[0] ? 1 : 0;
            }
        }
        return matched;
    }

    /**
     * What went over connections.
     *
     * @param requests how many
     * @param sent bytes to the server, heads of requests included
     * @param received bytes from it, likewise
     */
    record Traffic(long requests, long sent, long received) {}
}
