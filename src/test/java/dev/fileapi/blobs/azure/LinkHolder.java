package dev.fileapi.blobs.azure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody can do who has nothing but a link. */
public final class LinkHolder {

    /** One for all who need nothing special: each has a thread and a TLS context. */
    private static final HttpClient SHARED = HttpClient.newHttpClient();

    private final HttpClient http;

    public LinkHolder() {
        this(SHARED);
    }

    public LinkHolder(HttpClient http) {
        this.http = http;
    }

    /**
     * Sends the bytes in one request.
     *
     * @param headers further ones, names and values in turn
     */
    public HttpResponse<byte[]> put(URI link, String bytes, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(link)
                .header("x-ms-blob-type", "BlockBlob")
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(bytes));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Makes a blob of another type: {@code AppendBlob} or {@code PageBlob}, the latter of 8 TiB. */
    public HttpResponse<byte[]> create(URI link, String type, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(link).header("x-ms-blob-type", type).PUT(BodyPublishers.noBody());
        if (type.equals("PageBlob")) {
            request.header("x-ms-blob-content-length", Long.toString(8L << 40));
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /**
     * Takes a snapshot.
     *
     * @param headers such as metadata for it, names and values in turn
     */
    public HttpResponse<byte[]> snapshot(URI link, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(and(link, "comp=snapshot")).PUT(BodyPublishers.noBody());
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A call beside the usual ones, as {@code comp=tier}. */
    public HttpResponse<byte[]> call(URI link, String parameters, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(parameters.isEmpty() ? link : and(link, parameters))
                .PUT(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<byte[]> stage(URI link, String blockId, String bytes) {
        String id = URLEncoder.encode(base64(blockId), StandardCharsets.UTF_8);
        return send(
                HttpRequest.newBuilder(and(link, "comp=block&blockid=" + id)).PUT(BodyPublishers.ofString(bytes)));
    }

    public HttpResponse<byte[]> commit(URI link, String... blockIds) {
        return commitWith(link, List.of(blockIds));
    }

    /**
     * Commits a list of blocks.
     *
     * @param headers further ones, names and values in turn
     */
    public HttpResponse<byte[]> commitWith(URI link, List<String> blockIds, String... headers) {
        String list = blockIds.stream()
                .map(id -> "<Latest>" + base64(id) + "</Latest>")
                .collect(Collectors.joining("", "<BlockList>", "</BlockList>"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(and(link, "comp=blocklist")).PUT(BodyPublishers.ofString(list));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<byte[]> breakLease(URI link) {
        return lease(link, "x-ms-lease-action", "break", "x-ms-lease-break-period", "0");
    }

    public HttpResponse<byte[]> takeLease(URI link, String id) {
        return lease(link, "x-ms-lease-action", "acquire", "x-ms-lease-duration", "-1", "x-ms-proposed-lease-id", id);
    }

    public HttpResponse<byte[]> get(URI link) {
        return send(HttpRequest.newBuilder(link).GET());
    }

    public HttpResponse<byte[]> delete(URI link) {
        return send(HttpRequest.newBuilder(link).DELETE());
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> lease(URI link, String... headers) {
        return send(
                HttpRequest.newBuilder(and(link, "comp=lease")).headers(headers).PUT(BodyPublishers.noBody()));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI and(URI link, String parameters) {
        return URI.create(link + "&" + parameters);
    }
}
