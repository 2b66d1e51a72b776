package dev.fileapi.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers to lists of any number of files, which it makes up, and notes whether anything else is asked. */
final class ListingServer implements AutoCloseable {

    private static final Pattern LIMIT = Pattern.compile("limit=([0-9]+)");
    private static final Pattern CURSOR = Pattern.compile("cursor=([0-9]+)");
    private static final int FILES_IN_A_FOLDER = 1_000;

    private final HttpServer server;
    private final int files;
    private final int whole;
    private final AtomicInteger others = new AtomicInteger();

    private ListingServer(HttpServer server, int files, int whole) {
        this.server = server;
        this.files = files;
        this.whole = whole;
    }

    /**
     * Starts one.
     *
     * @param files how many files the list has
     * @param whole how many of them are on pages before one that is empty
     */
    static ListingServer start(int files, int whole) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ListingServer listing = new ListingServer(server, files, whole);
            server.createContext("/", listing::handle);
            server.start();
            return listing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns how many requests were not for lists. */
    int others() {
        return others.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String answer = "{\"uploads\":[],\"links\":{\"next\":null}}";
        if (!exchange.getRequestMethod().equals("GET")) {
            others.incrementAndGet();
        } else if (path.endsWith("/files")) {
            answer = page((int) number(CURSOR, query), (int) number(LIMIT, query));
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(path.contains("/files/path/") ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String page(int from, int limit) {
        StringBuilder page = new StringBuilder("{\"files\":[");
        int end = Math.min(files, from + limit);
        if (end > whole) {
            return "{}";
        }
        for (int i = from; i < end; i++) {
            page.append(i == from ? "" : ",").append(file(i));
        }
        String next = end == files ? "null" : "\"" + address() + "/files?cursor=" + end + "\"";
        return page.append("],\"links\":{\"next\":").append(next).append("}}").toString();
    }

    private static String file(int i) {
        return String.format(Locale.ROOT, """
            {"name":"f%07d","path":"/x/d%04d/","file_id":"00000000-0000-4000-8000-%012d","version_id":"1","size":1024,\
            "etag":"\\"0x8DCE5A1B2C3D4E5\\"","created_at":"2026-01-02T03:04:05.678901Z",\
            "created_by":{"id":"0c000000-0000-4000-8000-000000000001","name":"Local User","email":"local@example.com"},\
            "modified_at":"2026-01-02T03:04:05.678901Z",\
            "modified_by":{"id":"0c000000-0000-4000-8000-000000000001","name":"Local User","email":"local@example.com"},\
            "deleted_at":null,"deleted_by":null,"checksums":{"sha-256":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},\
            "verification":"verified","content_type":"application/octet-stream",\
            "source_modified_at":"2026-01-02T03:04:05.678901Z","tags":{},"metadata":{}}""", i, i / FILES_IN_A_FOLDER, i);
    }

    private static long number(Pattern pattern, String query) {
        Matcher found = pattern.matcher(query);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
