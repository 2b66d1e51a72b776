package dev.fileapi.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the body of a request as the JSON that it is: one text in UTF-8 (RFC 8259, section 8.1), with nothing after it and no name twice
 * in an object. The values keep their types; a number is not taken for a string, nor a list of one for its element.
 */
public final class JsonBody {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(\"?)([^\\s;\"]*)\\1", Pattern.CASE_INSENSITIVE);
    private static final Pattern UTF_8 = Pattern.compile("utf-?8", Pattern.CASE_INSENSITIVE);

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,30}");

    /** What the Functions host, which decodes a body, makes of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonBody() {}

    /**
     * Returns the object that the body of a request is.
     *
     * @param maxBytes how large the body may be
     * @param example a body of the right form, for the caller to read in a refusal
     * @throws ContentTooLargeException when the body is larger; it is not read, and not decoded
     * @throws HttpStatusException with 415 when the body is compressed or in another character set; with 400 when it is not a JSON object
     *     in UTF-8
     */
    public static JsonNode object(HttpRequest<?> request, int maxBytes, String example) {
        ReceivedRequest received = ReceivedRequest.of(request);
        checkAnnouncedLength(received, maxBytes);
        requirePlainUtf8(received);
        String body = text((ServletHttpRequest<?, ?>) request, maxBytes);
        if (body.indexOf(REPLACEMENT) >= 0) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST,
                    "The body must be UTF-8: it has bytes that are not, or the character U+FFFD in their place.");
        }
        return object(body)
                .orElseThrow(() ->
                        new HttpStatusException(HttpStatus.BAD_REQUEST, "The body must be JSON like " + example + "."));
    }

    /** Micronaut's own reading of the body as text would parse it first. */
    private static String text(ServletHttpRequest<?, ?> request, int maxBytes) {
        try (InputStream body = request.getInputStream()) {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new ContentTooLargeException(maxBytes);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<JsonNode> object(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonNode object = JsonNodeTreeCodec.getInstance().readTree(parser);
            return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** What is announced is refused before anything of it is copied; a length that is not a number is left to the host. */
    private static void checkAnnouncedLength(ReceivedRequest received, int maxBytes) {
        received.header(HttpHeaders.CONTENT_LENGTH)
                .filter(length -> LENGTH.matcher(length).matches())
                .map(BigInteger::new)
                .filter(length -> length.compareTo(BigInteger.valueOf(maxBytes)) > 0)
                .ifPresent(length -> {
                    throw new ContentTooLargeException(maxBytes);
                });
    }

    private static void requirePlainUtf8(ReceivedRequest received) {
        String coding = received.header(HttpHeaders.CONTENT_ENCODING).orElse("");
        if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
            throw new HttpStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must not be compressed: omit Content-Encoding.");
        }
        Matcher charset =
                CHARSET.matcher(received.header(HttpHeaders.CONTENT_TYPE).orElse(""));
        if (charset.find() && !UTF_8.matcher(charset.group(2)).matches()) {
            throw new HttpStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be UTF-8: omit the charset, or send utf-8.");
        }
    }
}
