package dev.fileapi.local;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings that the local host hands to the service, by environment variable. */
final class ServiceSettings {

    /** Setting one of these removes the host's other one, which would contradict it. */
    private static final Map<String, String> ALTERNATIVES = Map.of(
            "FILEAPI_ACCESS_JWKS_URL", "FILEAPI_ACCESS_JWKS",
            "FILEAPI_BLOBS_ENDPOINT", "FILEAPI_BLOBS_CONNECTION_STRING");

    private static final Pattern VARIABLE = Pattern.compile("FILEAPI_[A-Z_]+");

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

    /** By each property that a variable may stand for: its underscores are dots or hyphens, as Micronaut takes them in the environment. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        values.forEach((variable, value) -> properties(variable).forEach(property -> properties.put(property, value)));
        return Map.copyOf(properties);
    }

    private static Set<String> properties(String variable) {
        if (!VARIABLE.matcher(variable).matches()) {
            throw new IllegalArgumentException("Invalid setting " + variable + ": it must begin with FILEAPI_");
        }
        List<String> words = List.of(variable.toLowerCase(Locale.ROOT).split("_", -1));
        Set<String> properties = Set.of(words.get(0) + "." + words.get(1));
        for (String word : words.subList(2, words.size())) {
            properties = properties.stream()
                    .flatMap(before -> Stream.of(before + "." + word, before + "-" + word))
                    .collect(Collectors.toSet());
        }
        return properties;
    }
}
