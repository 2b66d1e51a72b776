package dev.fileapi.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings that the local host hands to the service, by environment variable. */
final class ServiceSettings {

    /** Setting one of these removes the host's other one, which would contradict it. */
    private static final Map<String, String> ALTERNATIVES = Map.of(
            "FILEAPI_ACCESS_JWKS_URL", "FILEAPI_ACCESS_JWKS",
            "FILEAPI_BLOBS_ENDPOINT", "FILEAPI_BLOBS_CONNECTION_STRING");

    private static final Pattern VARIABLE = Pattern.compile("FILEAPI_(?:([A-Z]+)_)?([A-Z_]+)");

    private final Map<String, String> values = new HashMap<>();

    ServiceSettings with(String variable, @Nullable String value) {
        if (value != null) {
            values.put(variable, value);
        }
        return this;
    }

    ServiceSettings with(Map<String, String> more) {
        values.putAll(more);
        return this;
    }

    /** Leaves out what the environment says otherwise: there it is found by the service itself. */
    ServiceSettings without(Map<String, String> environment) {
        environment.keySet().forEach(variable -> {
            values.remove(variable);
            values.remove(ALTERNATIVES.getOrDefault(variable, ""));
        });
        return this;
    }

    /** By environment variable. */
    Map<String, String> variables() {
        return Map.copyOf(values);
    }

    /** By property, {@code fileapi.<room>.<name>}. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        values.forEach((variable, value) -> properties.put(property(variable), value));
        return Map.copyOf(properties);
    }

    private static String property(String variable) {
        var parts = VARIABLE.matcher(variable);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Invalid setting " + variable + ": it must begin with FILEAPI_");
        }
        String room = parts.group(1) == null ? "" : parts.group(1) + ".";
        return ("fileapi." + room + parts.group(2)).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
