package dev.fileapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.client.Retries.Repeat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Calls the service: JSON both ways, with a token, made again where that is allowed. */
final class Api {

    private static final int UNAUTHORIZED = 401;
    private static final int SEE_OTHER = 303;

    private final Transport transport;
    private final Retries retries;
    private final Token token;
    private final Duration timeout;

    Api(Transport transport, Retries retries, Token token, Duration timeout) {
        this.transport = transport;
        this.retries = retries;
        this.token = token;
        this.timeout = timeout;
    }

    /** Reads what an address has. */
    Answer get(URI uri, Cancellation cancellation) {
        return call("GET", uri, null, List.of(), Repeat.ALWAYS, cancellation);
    }

    /**
     * Makes a call.
     *
     * @param body null for none
     * @throws FileApiException when it is refused, or not answered
     */
    Answer call(
            String method,
            URI uri,
            @Nullable JsonNode body,
            List<Header> headers,
            Repeat repeat,
            Cancellation cancellation) {
        byte[] content = body == null ? null : Json.bytes(body);
        return retries.call(repeat, cancellation, () -> {
            String used = token.current();
            HttpResponse<byte[]> answer = send(method, uri, content, headers, used, cancellation);
            if (answer.statusCode() == UNAUTHORIZED) {
                answer = send(method, uri, content, headers, token.after(used), cancellation);
            }
            return read(answer);
        });
    }

    private HttpResponse<byte[]> send(
            String method,
            URI uri,
            byte @Nullable [] content,
            List<Header> headers,
            String bearer,
            Cancellation cancellation)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + bearer)
                .header("Accept-Encoding", "gzip")
                .method(method, content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        if (content != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(header -> request.header(header.name(), header.value()));
        return transport.send(request.build(), BodyHandlers.ofByteArray(), () -> 0, timeout, cancellation);
    }

    private static Answer read(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        int status = answer.statusCode();
        if (status < 300 || status == SEE_OTHER) {
            return new Answer(status, body.length == 0 ? Json.object() : Json.read(body));
        }
        Duration retryAfter = RetryAfter.in(answer.headers(), Instant.now());
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            throw FileApiException.of(Json.read(Json.read(body), Problem.class), retryAfter);
        }
        throw FileApiException.of(status, "http", null, retryAfter);
    }

    /** An answer: its status and its document, which is an empty object when it had none. */
    record Answer(int status, JsonNode document) {

        <T> T as(Class<T> type) {
            return Api.as(document, type);
        }
    }

    /**
     * Returns a document as a value.
     *
     * @throws FileApiException when it has another form
     */
    static <T> T as(JsonNode document, Class<T> type) {
        try {
            return Json.read(document, type);
        } catch (IOException e) {
            throw FileApiException.noAnswer(e);
        }
    }
}
