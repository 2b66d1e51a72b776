package dev.fileapi.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description of the API, written by hand as YAML, of which the build makes JSON: what it says is what the API does. */
@Singleton
final class OpenApiDescription {

    private final String yaml = read("/openapi/file-api-v2.yaml");
    private final String json = read("/openapi/file-api-v2.json");
    private final Map<?, ?> document;

    OpenApiDescription(ObjectMapper mapper) throws IOException {
        this.document = mapper.readValue(json, Argument.mapOf(String.class, Object.class));
    }

    String yaml() {
        return yaml;
    }

    String json() {
        return json;
    }

    /**
     * Returns the names of an operation's query parameters; empty when the operation is not described.
     *
     * @param path with its variables, as {@code /files/{file_id}}
     */
    Optional<Set<String>> queryParameters(String path, String method) {
        Map<?, ?> item = map(map(document, "paths"), path);
        Map<?, ?> operation = map(item, method.toLowerCase(Locale.ROOT));
        return operation.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.of(item, operation)
                        .flatMap(owner -> owner.get("parameters") instanceof List<?> list ? list.stream() : Stream.of())
                        .map(this::resolved)
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .map(parameter -> String.valueOf(parameter.get("name")))
                        .collect(Collectors.toSet()));
    }

    /** Follows a reference, as {@code #/components/parameters/Prefer}. */
    private Map<?, ?> resolved(Object parameter) {
        Map<?, ?> given = (Map<?, ?>) parameter;
        if (!(given.get("$ref") instanceof String reference)) {
            return given;
        }
        Map<?, ?> found = document;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            found = map(found, step);
        }
        return found;
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return parent.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String read(String resource) {
        try (InputStream file = OpenApiDescription.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The build has left out " + resource);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
