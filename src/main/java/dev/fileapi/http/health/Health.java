package dev.fileapi.http.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The health of the service.
 *
 * @param status {@code pass}, {@code degraded} or {@code fail}
 * @param dependencies {@code pass} or {@code fail} by name; null, and left out, unless asked for
 */
@Serdeable
record Health(
        String status,

        String version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> dependencies) {}
