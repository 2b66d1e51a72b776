package dev.fileapi.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a packaged folder says of its functions: a folder for each, with a {@code function.json} that names the jar, the method and the
 * bindings ("Azure Functions Java developer guide", folder structure).
 *
 * @param functions in order of their names
 * @param jars where their classes are: the jars that the functions name, then those of the first folder whose name ends in
 *     {@code lib}, as the worker looks for it
 * @param routePrefix what HTTP routes begin with: {@code extensions.http.routePrefix} of {@code host.json}
 */
public record PackagedFunctions(List<FunctionDescription> functions, List<Path> jars, String routePrefix) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FUNCTION = "function.json";

    public PackagedFunctions {
        functions = List.copyOf(functions);
        jars = List.copyOf(jars);
    }

    /**
     * Reads a packaged folder.
     *
     * @throws IOException when it is none
     * @throws IllegalStateException for a function that is not understood here
     */
    public static PackagedFunctions in(Path folder) throws IOException {
        List<FunctionDescription> functions = new ArrayList<>();
        Set<Path> jars = new LinkedHashSet<>();
        for (Path function : sorted(folder)) {
            if (Files.exists(function.resolve(FUNCTION))) {
                JsonNode json = JSON.readTree(function.resolve(FUNCTION).toFile());
                functions.add(description(function.getFileName().toString(), json));
                jars.add(function.resolve(json.path("scriptFile").asText()).normalize());
            }
        }
        for (Path library : sorted(folder)) {
            if (library.getFileName().toString().endsWith("lib") && Files.isDirectory(library)) {
                jars.addAll(sorted(library));
                break;
            }
        }
        JsonNode host = JSON.readTree(folder.resolve("host.json").toFile());
        String prefix = host.at("/extensions/http/routePrefix").asText("api");
        return new PackagedFunctions(functions, List.copyOf(jars), prefix);
    }

    private static FunctionDescription description(String name, JsonNode json) {
        String entry = json.path("entryPoint").asText();
        int dot = entry.lastIndexOf('.');
        Trigger trigger = StreamSupport.stream(json.path("bindings").spliterator(), false)
                .filter(binding -> binding.path("type").asText().endsWith("Trigger"))
                .map(PackagedFunctions::trigger)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No trigger for function " + name));
        return new FunctionDescription(name, entry.substring(0, Math.max(0, dot)), entry.substring(dot + 1), trigger);
    }

    private static Trigger trigger(JsonNode binding) {
        return switch (binding.path("type").asText()) {
            case "httpTrigger" ->
                new Trigger.Http(RouteTemplate.parse(binding.path("route").asText()), methods(binding));
            case "timerTrigger" ->
                new Trigger.Timer(NCronTab.parse(binding.path("schedule").asText()));
            case "eventGridTrigger" -> new Trigger.EventGrid();
            case "warmupTrigger" -> new Trigger.Warmup();
            default -> throw new IllegalStateException("Not understood here: " + binding);
        };
    }

    private static Set<String> methods(JsonNode binding) {
        return StreamSupport.stream(binding.path("methods").spliterator(), false)
                .map(method -> method.asText().toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
