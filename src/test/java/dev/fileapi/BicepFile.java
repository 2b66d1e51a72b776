package dev.fileapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of the infrastructure, read as text: there is no compiler of Bicep on the JVM. */
record BicepFile(Path path, String text) {

    private static final Pattern PARAMETER = Pattern.compile("(?m)^param (\\w+) \\w+( =.*)?$");
    private static final Pattern OUTPUT = Pattern.compile("(?m)^output (\\w+) ");
    private static final Pattern MODULE =
            Pattern.compile("(?m)^module \\w+ '([^']+)'[\\s\\S]*?^( +)params: \\{\\n([\\s\\S]*?)^\\2\\}");

    /** A use of another file: which one, and the parameters that it is given. */
    record Use(Path module, List<String> given) {}

    static BicepFile read(String path) {
        return read(Path.of(path));
    }

    static List<BicepFile> all() {
        try (Stream<Path> files = Files.walk(Path.of("infra"))) {
            return files.filter(file -> file.toString().endsWith(".bicep"))
                    .map(BicepFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> parameters() {
        return found(PARAMETER).map(parameter -> parameter.group(1)).toList();
    }

    List<String> requiredParameters() {
        return found(PARAMETER)
                .filter(parameter -> parameter.group(2) == null)
                .map(parameter -> parameter.group(1))
                .toList();
    }

    List<String> outputs() {
        return all(OUTPUT);
    }

    List<Use> modules() {
        return found(MODULE)
                .map(module -> new Use(
                        path.resolveSibling(module.group(1)),
                        Pattern.compile("(?m)^" + module.group(2) + "  (\\w+):")
                                .matcher(module.group(3))
                                .results()
                                .map(parameter -> parameter.group(1))
                                .toList()))
                .toList();
    }

    /** What the pattern's first group matched, wherever it did. */
    List<String> all(Pattern pattern) {
        return found(pattern).map(match -> match.group(1)).toList();
    }

    /** The declaration of a resource, from its type to the brace that closes it; empty when it is none or only refers to one. */
    List<String> resources(String type) {
        return all(Pattern.compile("(?m)(^resource \\w+ '" + Pattern.quote(type) + "@[^']+' = [\\s\\S]*?^[}\\]])"));
    }

    Optional<String> first(Pattern pattern) {
        return all(pattern).stream().findFirst();
    }

    private Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(text).results();
    }

    private static BicepFile read(Path path) {
        try {
            return new BicepFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
