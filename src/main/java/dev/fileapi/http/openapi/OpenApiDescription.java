package dev.fileapi.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API, written by hand: what it says is what the API does. */
@Singleton
final class OpenApiDescription {

    private static final String RESOURCE = "/openapi/file-api-v2.yaml";

    private final String yaml;
    private final Map<?, ?> document;
    private final ObjectMapper json;

    OpenApiDescription(ObjectMapper json) {
        this.yaml = read();
        this.document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        this.json = json;
    }

    String yaml() {
        return yaml;
    }

    String json() {
        try {
            return json.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static String read() {
        try (InputStream file = OpenApiDescription.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("The build has left out " + RESOURCE);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
