package dev.fileapi.functions;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import dev.fileapi.functions.url.NormalizedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.servlet.http.ServletHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Hands JSON of more than {@value #LEAST_BYTES} bytes on as bytes, compressed for callers that take gzip. Tags of answers are weak, so that they hold for both forms (RFC
 * 9110, section 8.8.1). Links are compressed too: what reads secrets from the length of compressed answers (BREACH) has to make a
 * client ask a thousand times, which no page can, since tokens are not sent by browsers themselves; and a signature is another one each second.
 */
final class CompressedAnswer {

    /** An answer up to this goes in a packet or two as it is. */
    private static final int LEAST_BYTES = 1_024;

    private static final String UTF_8 = "; charset=utf-8";

    private CompressedAnswer() {}

    /** Returns the answer for the host, compressed where it is to be, and in any case with what a cache must know about that. */
    static HttpResponseMessage of(NormalizedRequest request, ServletHttpResponse<HttpResponseMessage, ?> answer) {
        ByteArrayOutputStream json = largeJson(answer);
        if (json != null || answer.code() == HttpStatus.NOT_MODIFIED.value()) {
            vary(answer.getHeaders());
        }
        if (json == null || request.isHead()) {
            return answer.getNativeResponse();
        }
        if (!AcceptedGzip.isIn(request.receivedHeaders().get("accept-encoding"))) {
            return bytes(request, answer, json.toByteArray());
        }
        answer.getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        return bytes(request, answer, gzip(json));
    }

    private static @Nullable ByteArrayOutputStream largeJson(ServletHttpResponse<HttpResponseMessage, ?> answer) {
        String type = String.valueOf(answer.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        boolean isJson = type.startsWith("application/json") || type.startsWith("application/problem+json");
        try {
            return isJson && answer.getOutputStream() instanceof ByteArrayOutputStream body && body.size() > LEAST_BYTES
                    ? body
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The host takes one line of each header. */
    private static void vary(MutableHttpHeaders headers) {
        String before = headers.get(HttpHeaders.VARY);
        headers.set(HttpHeaders.VARY, (before == null ? "" : before + ", ") + HttpHeaders.ACCEPT_ENCODING);
    }

    /** Neither the service nor the worker makes a text of bytes, and the host adds no character set to them, as it does to text. */
    private static HttpResponseMessage bytes(
            NormalizedRequest request, ServletHttpResponse<HttpResponseMessage, ?> answer, byte[] bytes) {
        MutableHttpHeaders headers = answer.getHeaders();
        String type = String.valueOf(headers.get(HttpHeaders.CONTENT_TYPE));
        headers.set(HttpHeaders.CONTENT_TYPE, type.contains("charset=") ? type : type + UTF_8);
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        HttpResponseMessage.Builder builder = request.createResponseBuilder(HttpStatus.valueOf(answer.code()));
        headers.forEachValue(builder::header);
        return builder.body(bytes).build();
    }

    private static byte[] gzip(ByteArrayOutputStream json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.size() / 4);
        try (OutputStream gzip = new FastGzip(bytes)) {
            json.writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Takes half to a third of the time of the default level for a page of files, and leaves 14 % of it where that leaves 12 %. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
