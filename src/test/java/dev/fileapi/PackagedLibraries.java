package dev.fileapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The libraries that the package has in {@code lib}, has parts of, or is given by the worker. */
record PackagedLibraries(List<Library> libraries) {

    private static final Pattern RESOLVED =
            Pattern.compile("(?m)^ +([^:\\s]+):([^:]+):jar:([^:]+):(?:compile|runtime|provided)\\b");

    /** A library, as Maven names it. */
    record Library(String group, String name, String version) {

        String artifact() {
            return group + ":" + name;
        }

        String jar() {
            return name + "-" + version + ".jar";
        }

        /** Whether the pattern means this library: {@code group:name}, or {@code group:*} for all of the group. */
        boolean matches(String pattern) {
            return pattern.equals(artifact()) || pattern.equals(group + ":*");
        }

        /** Returns less than 0 when this library's version is below the other one; a qualifier as {@code Final} does not count. */
        int compareVersion(String other) {
            List<Integer> mine = numbers(version);
            List<Integer> others = numbers(other);
            for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
                int compared = Integer.compare(at(mine, i), at(others, i));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        }

        private static List<Integer> numbers(String version) {
            return Arrays.stream(version.split("[.-]"))
                    .takeWhile(part -> part.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
        }

        private static int at(List<Integer> numbers, int index) {
            return index < numbers.size() ? numbers.get(index) : 0;
        }
    }

    /** Returns what Maven resolved for the build. */
    static PackagedLibraries resolved() throws IOException {
        return new PackagedLibraries(RESOLVED.matcher(Files.readString(Path.of("target/package-libraries.txt")))
                .results()
                .map(library -> new Library(library.group(1), library.group(2), library.group(3)))
                .toList());
    }

    /** Returns what a bill of materials in CycloneDX's form lists. */
    static PackagedLibraries listedIn(Path billOfMaterials) throws IOException {
        JsonNode components =
                new JsonMapper().readTree(billOfMaterials.toFile()).get("components");
        return new PackagedLibraries(components
                .valueStream()
                .map(component -> new Library(
                        component.get("group").asText(),
                        component.get("name").asText(),
                        component.get("version").asText()))
                .toList());
    }
}
