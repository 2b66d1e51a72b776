package dev.fileapi.http.request;

import dev.fileapi.http.problem.ValidationException;
import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key}. */
final class IdempotencyKey {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private IdempotencyKey() {}

    /**
     * Returns the key of a call; null when it has none.
     *
     * @throws ValidationException when it is not 1 to 255 printable ASCII characters
     */
    static @Nullable String of(HttpRequest<?> request) {
        return ReceivedRequest.of(request)
                .header(HEADER)
                .map(IdempotencyKey::checked)
                .orElse(null);
    }

    private static String checked(String value) {
        if (!KEY.matcher(value).matches()) {
            throw new ValidationException(HEADER, "must be 1 to 255 printable ASCII characters");
        }
        return value;
    }
}
