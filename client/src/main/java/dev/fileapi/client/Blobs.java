package dev.fileapi.client;

import dev.fileapi.client.Retries.Repeat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Moves bytes over links. Each call may be repeated: the same bytes are put to the same place. */
final class Blobs {

    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int FORBIDDEN = 403;

    private final Transport transport;
    private final Retries retries;
    private final Duration stall;

    Blobs(Transport transport, Retries retries, Duration stall) {
        this.transport = transport;
        this.retries = retries;
        this.stall = stall;
    }

    /** Sends a whole blob in one request. */
    void put(SignedUrl link, Map<String, String> headers, Content content, long size, Transfer transfer) {
        send(link, "", headers, content, 0, size, transfer);
    }

    /** Stages one block. */
    void putBlock(SignedUrl link, BlockPlan.Part part, Content content, Transfer transfer) {
        String query = "&comp=block&blockid=" + ApiUrl.encode(part.id());
        send(link, query, Map.of(), content, part.position(), part.length(), transfer);
    }

    /** Makes the staged blocks, in this order, the blob. */
    void putBlockList(SignedUrl link, List<String> ids, Cancellation cancellation) {
        String list = ids.stream()
                .collect(Collectors.joining("</Latest><Latest>", "<BlockList><Latest>", "</Latest></BlockList>"));
        byte[] body = list.getBytes(StandardCharsets.UTF_8);
        retries.call(
                Repeat.ALWAYS,
                cancellation,
                () -> withLink(link, uri -> {
                    HttpRequest request = put(uri, "&comp=blocklist", Map.of(), BodyPublishers.ofByteArray(body));
                    return transport.send(request, BodyHandlers.replacing(""), () -> 0, stall, cancellation);
                }));
    }

    /**
     * Reads a part of a blob into the same part of a file, going on after a break where it broke.
     *
     * @param size the size of the whole blob
     */
    void get(SignedUrl link, long position, long length, long size, FileChannel file, Transfer transfer) {
        long[] done = {0};
        retries.call(Repeat.ALWAYS, transfer.cancellation(), () -> {
            if (done[0] < length) {
                withLink(link, uri -> {
                    ByteCount count = new ByteCount(transfer.progress());
                    try {
                        return read(
                                uri, position + done[0], position + length, size, file, count, transfer.cancellation());
                    } finally {
                        done[0] += count.moved();
                    }
                });
            }
            return done;
        });
    }

    private HttpResponse<Long> read(
            URI link, long from, long end, long size, FileChannel file, ByteCount count, Cancellation cancellation)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(link);
        boolean whole = end - from == size;
        if (!whole) {
            request.header("Range", "bytes=" + from + "-" + (end - 1));
        }
        BodyHandler<Long> handler = info -> info.statusCode() == (whole ? OK : PARTIAL_CONTENT)
                ? new FileSubscriber(file, from, end - from, count)
                : BodySubscribers.replacing(0L);
        return transport.send(request.build(), handler, count::moved, stall, cancellation);
    }

    private void send(
            SignedUrl link,
            String query,
            Map<String, String> headers,
            Content content,
            long position,
            long length,
            Transfer transfer) {
        retries.call(
                Repeat.ALWAYS,
                transfer.cancellation(),
                () -> withLink(link, uri -> {
                    ByteCount count = new ByteCount(transfer.progress());
                    Slice slice = new Slice(content, position, length, count);
                    boolean sent = false;
                    try {
                        HttpResponse<String> answer = transport.send(
                                put(uri, query, headers, slice.body()),
                                BodyHandlers.replacing(""),
                                count::moved,
                                stall,
                                transfer.cancellation());
                        sent = answer.statusCode() < 300;
                        return answer;
                    } catch (IOException e) {
                        LocalFileException unreadable = slice.failure();
                        throw unreadable == null ? e : unreadable;
                    } finally {
                        if (!sent) {
                            count.takeBack();
                        }
                    }
                }));
    }

    private static HttpRequest put(URI link, String query, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(link + query)).PUT(body);
        headers.forEach(request::header);
        return request.build();
    }

    /** Makes a request with the link, and if that is refused with a fresh one. */
    private static <T> HttpResponse<T> withLink(SignedUrl link, Call<T> call) throws IOException {
        URI uri = link.current();
        HttpResponse<T> answer = call.with(uri);
        if (answer.statusCode() == FORBIDDEN) {
            answer = call.with(link.after(uri));
        }
        if (answer.statusCode() >= 300) {
            throw refusal(answer);
        }
        return answer;
    }

    /** Without the body: it can repeat parts of the link. */
    private static FileApiException refusal(HttpResponse<?> answer) {
        String code = answer.headers().firstValue("x-ms-error-code").orElse("error");
        return FileApiException.of(
                answer.statusCode(),
                "blob/" + code,
                "the blob service refused",
                RetryAfter.in(answer.headers(), Instant.now()));
    }

    @FunctionalInterface
    private interface Call<T> {
        HttpResponse<T> with(URI link) throws IOException;
    }
}
