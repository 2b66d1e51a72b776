package dev.fileapi.local.functions;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts requests from this machine, as they were sent: no URL is normalised, and only one with a stray percent sign is refused. */
final class HttpListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
    private static final int MAX_BODY_BYTES = 100 * 1024 * 1024;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final int STOP_MILLISECONDS = 3_000;

    private final Server server;
    private final ServerConnector connector;

    private HttpListener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * @param port 0 for a free one
     * @throws IOException when it cannot listen there
     */
    static HttpListener open(int port, Executor threads, Function<Received, Answer> answers) throws IOException {
        QueuedThreadPool ownThreads = new QueuedThreadPool();
        ownThreads.setName("http");
        ownThreads.setDaemon(true);
        Server server = new Server(ownThreads);
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        server.setStopTimeout(STOP_MILLISECONDS);
        server.setHandler(new Dispatch(threads, answers));
        try {
            server.start();
        } catch (Exception e) {
            HttpListener failed = new HttpListener(server, connector);
            failed.close();
            throw e instanceof IOException io ? io : new IOException("The HTTP server did not start", e);
        }
        return new HttpListener(server, connector);
    }

    URI address() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("The HTTP server did not stop", e);
        }
    }

    /** Answers each request on a thread of its own. */
    private static final class Dispatch extends Handler.Abstract {

        private final Executor threads;
        private final Function<Received, Answer> answers;

        Dispatch(Executor threads, Function<Received, Answer> answers) {
            this.threads = threads;
            this.answers = answers;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            threads.execute(() -> {
                try {
                    send(answer(request), response, callback);
                } catch (IOException e) {
                    callback.failed(e);
                }
            });
            return true;
        }

        private Answer answer(Request request) throws IOException {
            if (request.getLength() > MAX_BODY_BYTES) {
                return Answer.of(413);
            }
            Received received = received(request);
            try {
                return answers.apply(received);
            } catch (RuntimeException e) {
                LOG.error("no answer: method={} path={}", received.method(), received.path(), e);
                return Answer.of(500);
            }
        }

        private static Received received(Request request) throws IOException {
            Map<String, String> headers = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                String value = field.getValue() == null ? "" : field.getValue();
                headers.merge(field.getName().toLowerCase(Locale.ROOT), value, (first, next) -> first + "," + next);
            }
            boolean hasLength = request.getHeaders().contains(HttpHeader.CONTENT_LENGTH);
            try (InputStream body = Request.asInputStream(request)) {
                byte[] bytes = body.readAllBytes();
                return new Received(
                        request.getMethod(), target(request), headers, hasLength ? Body.of(bytes) : Body.NONE);
            }
        }

        private static String target(Request request) {
            String target = request.getHttpURI().asString();
            return target.startsWith("/") ? target : request.getHttpURI().getPathQuery();
        }

        private static void send(Answer answer, Response response, Callback callback) {
            response.setStatus(answer.status());
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            response.write(true, answer.body().buffer(), callback);
        }
    }
}
