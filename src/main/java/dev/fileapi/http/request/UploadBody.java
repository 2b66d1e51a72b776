package dev.fileapi.http.request;

import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;

/** The body of a call for an upload link: none, or a JSON object. The bytes of a file sent here would be lost. */
final class UploadBody {

    private static final int MAX_BYTES = 64 * 1024;

    private static final String EXAMPLE = "{}";

    private UploadBody() {}

    /**
     * Checks the body.
     *
     * @throws HttpStatusException with 400 when it is anything but empty or a JSON object; else as {@link JsonBody#object}
     * @throws ContentTooLargeException when it is JSON and larger than {@value #MAX_BYTES} bytes
     */
    static void check(HttpRequest<?> request) {
        ReceivedRequest received = ReceivedRequest.of(request);
        if (!received.hasBody()) {
            return;
        }
        if (!ReceivedRequest.isJson(received.header(HttpHeaders.CONTENT_TYPE).orElse(null))) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST,
                    "The bytes of a file are not sent here: call without a body, and send them to the link in the answer's upload.");
        }
        JsonBody.object(request, MAX_BYTES, EXAMPLE);
    }
}
