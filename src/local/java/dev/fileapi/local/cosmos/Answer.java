package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call is answered with.
 *
 * @param charge in request units
 */
record Answer(
        int status, Map<String, String> headers, @Nullable JsonNode body, double charge) {

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer ok(JsonNode body, double charge) {
        return new Answer(200, Map.of(), body, charge);
    }

    static Answer created(JsonNode body) {
        return new Answer(201, Map.of(), body, Charges.POINT_READ);
    }
}
