package dev.fileapi.functions;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import dev.fileapi.functions.url.NormalizedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.servlet.http.ServletHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Hands JSON of more than {@value #LEAST_BYTES} bytes on as bytes, compressed for callers that take gzip, and what is kept compressed expanded for
 * those that do not. Tags of answers are weak, so that they hold for both forms (RFC 9110, section 8.8.1). Links are compressed too: what reads secrets from the length of compressed answers (BREACH) has to make a
 * client ask a thousand times, which no page can, since tokens are not sent by browsers themselves; and a signature is another one each second.
 */
final class CompressedAnswer {

    /** An answer up to this goes in a packet or two as it is. */
    private static final int LEAST_BYTES = 1_024;

    private static final String GZIP = "gzip";

    private static final String UTF_8 = "; charset=utf-8";

    private CompressedAnswer() {}

    /** Returns the answer for the host, compressed or not as the caller takes it, and with what a cache must know about that. */
    static HttpResponseMessage of(NormalizedRequest request, ServletHttpResponse<HttpResponseMessage, ?> answer) {
        if (GZIP.equals(answer.getHeaders().get(HttpHeaders.CONTENT_ENCODING))) {
            vary(answer.getHeaders());
            return isAcceptedBy(request)
                    ? compressed(request, answer, body(answer).toByteArray())
                    : expanded(request, answer);
        }
        boolean large = isJson(answer) && body(answer).size() > LEAST_BYTES;
        if (large || answer.code() == HttpStatus.NOT_MODIFIED.value()) {
            vary(answer.getHeaders());
        }
        if (!large || request.isHead()) {
            return answer.getNativeResponse();
        }
        return isAcceptedBy(request)
                ? compressed(request, answer, gzip(body(answer)))
                : withBytes(request, answer, body(answer).toByteArray());
    }

    private static boolean isAcceptedBy(NormalizedRequest request) {
        return AcceptedGzip.isIn(request.receivedHeaders().get("accept-encoding"));
    }

    private static boolean isJson(ServletHttpResponse<HttpResponseMessage, ?> answer) {
        String type = String.valueOf(answer.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        return type.startsWith("application/json") || type.startsWith("application/problem+json");
    }

    /** Bodies are kept in memory by Micronaut's answer. */
    private static ByteArrayOutputStream body(ServletHttpResponse<HttpResponseMessage, ?> answer) {
        try {
            return (ByteArrayOutputStream) answer.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The host takes one line of each header. */
    private static void vary(MutableHttpHeaders headers) {
        String before = headers.get(HttpHeaders.VARY);
        headers.set(HttpHeaders.VARY, (before == null ? "" : before + ", ") + HttpHeaders.ACCEPT_ENCODING);
    }

    private static HttpResponseMessage compressed(
            NormalizedRequest request, ServletHttpResponse<HttpResponseMessage, ?> answer, byte[] gzip) {
        answer.getHeaders().set(HttpHeaders.CONTENT_ENCODING, GZIP);
        return withBytes(request, answer, gzip);
    }

    private static HttpResponseMessage expanded(
            NormalizedRequest request, ServletHttpResponse<HttpResponseMessage, ?> answer) {
        answer.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
        return withBytes(request, answer, gunzip(body(answer)));
    }

    /** Neither the service nor the worker makes a text of bytes, and the host adds no character set to them, as it does to text. */
    private static HttpResponseMessage withBytes(
            NormalizedRequest request, ServletHttpResponse<HttpResponseMessage, ?> answer, byte[] bytes) {
        MutableHttpHeaders headers = answer.getHeaders();
        String type = String.valueOf(headers.get(HttpHeaders.CONTENT_TYPE));
        headers.set(HttpHeaders.CONTENT_TYPE, type.contains("charset=") ? type : type + UTF_8);
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        HttpResponseMessage.Builder builder = request.createResponseBuilder(HttpStatus.valueOf(answer.code()));
        headers.forEachValue(builder::header);
        return builder.body(bytes).build();
    }

    private static byte[] gzip(ByteArrayOutputStream text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.size() / 4);
        try (OutputStream gzip = new FastGzip(bytes)) {
            text.writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gunzip(ByteArrayOutputStream compressed) {
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(compressed.toByteArray()))) {
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes half to a third of the time of the default level for a page of files, and leaves 14 % of it where that leaves 12 %. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
