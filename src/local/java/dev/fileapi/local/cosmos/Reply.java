package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it goes out. */
record Reply(int status, int subStatus, Map<String, String> headers, String body, double charge) {

    static Reply of(Answer answer) {
        return new Reply(answer.status(), 0, answer.headers(), text(answer.body()), answer.charge());
    }

    static Reply of(Refusal refusal) {
        return error(refusal.status(), refusal.subStatus(), refusal.text(), Charges.REFUSED);
    }

    static Reply error(int status, int subStatus, String message, double charge) {
        return new Reply(
                status,
                subStatus,
                Map.of(),
                Json.text(Json.object().put("code", Integer.toString(status)).put("message", message)),
                charge);
    }

    static Reply tooManyRequests(Duration wait) {
        Reply error = error(429, 3200, "Message: {\"Errors\":[\"Request rate is large.\"]}", 0);
        Map<String, String> headers = new HashMap<>(error.headers);
        headers.put("x-ms-retry-after-ms", Long.toString(wait.toMillis()));
        return new Reply(error.status, error.subStatus, headers, error.body, 0);
    }

    private static String text(@Nullable JsonNode body) {
        return body == null ? "" : Json.text(body);
    }
}
