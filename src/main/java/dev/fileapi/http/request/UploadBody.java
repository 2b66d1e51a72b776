package dev.fileapi.http.request;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;

/** The body of a call for an upload link: none, or what is declared for the file. The bytes of a file sent here would be lost. */
final class UploadBody {

    /** Enough for tags and metadata in which every character is an escape, and space between them. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final String EXAMPLE = "{\"content_type\": \"text/csv\", \"tags\": {\"site\": \"north\"}}";

    private UploadBody() {}

    /**
     * Reads the body.
     *
     * @throws ValidationException when a field breaks a rule
     * @throws HttpStatusException with 400 when it is anything but empty or a JSON object; else as {@link JsonBody#object}
     * @throws ContentTooLargeException when it is JSON and larger than {@value #MAX_BYTES} bytes
     */
    static Declaration read(HttpRequest<?> request) {
        ReceivedRequest received = ReceivedRequest.of(request);
        if (!received.hasBody()) {
            return Declaration.NONE;
        }
        if (!ReceivedRequest.isJson(received.header(HttpHeaders.CONTENT_TYPE).orElse(null))) {
            throw new HttpStatusException(
                    HttpStatus.BAD_REQUEST,
                    "The bytes of a file are not sent here: call without a body, and send them to the link in the answer's upload.");
        }
        return DeclarationFields.read(JsonBody.object(request, MAX_BYTES, EXAMPLE));
    }
}
