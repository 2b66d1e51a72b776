package dev.fileapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fileapi.PackagedLibraries.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is known of the libraries' vulnerabilities, and which reports of a scanner were judged and accepted. */
record KnownVulnerabilities(List<Fixed> fixed, List<Accepted> accepted) {

    /** A finding, and the first version of the libraries concerned that does not have it. */
    record Fixed(String id, List<String> artifacts, String in, String reason, String source) {

        private boolean concerns(Library library) {
            return artifacts.stream().anyMatch(library::matches);
        }

        private boolean holdsFor(Library library) {
            return concerns(library) && library.compareVersion(in) < 0;
        }
    }

    /** A finding that was judged for one version of one library, and does not hold there or cannot be helped. */
    record Accepted(String id, String artifact, String version, String reason, String source) {

        private boolean isOf(Library library) {
            return library.artifact().equals(artifact) && library.version().equals(version);
        }
    }

    static KnownVulnerabilities read() throws IOException {
        return new JsonMapper()
                .readValue(Path.of("src/build/known-vulnerabilities.json").toFile(), KnownVulnerabilities.class);
    }

    /** Returns every finding that holds for one of the libraries and was not accepted, as "library version: id, fixed in version". */
    List<String> openIn(PackagedLibraries packaged) {
        return packaged.libraries().stream()
                .flatMap(library -> fixed.stream()
                        .filter(finding -> finding.holdsFor(library) && !isAccepted(finding.id(), library))
                        .map(finding -> "%s %s: %s, fixed in %s"
                                .formatted(library.artifact(), library.version(), finding.id(), finding.in())))
                .toList();
    }

    /** Returns what the file has to say about libraries, or versions of libraries, that are not there any more. */
    List<String> outdatedFor(PackagedLibraries packaged) {
        Stream<String> findings = fixed.stream()
                .filter(finding -> packaged.libraries().stream().noneMatch(finding::concerns))
                .map(finding -> finding.id() + " of " + finding.artifacts());
        Stream<String> acceptances = accepted.stream()
                .filter(acceptance -> packaged.libraries().stream().noneMatch(acceptance::isOf))
                .map(acceptance ->
                        acceptance.id() + " accepted in " + acceptance.artifact() + " " + acceptance.version());
        return Stream.concat(findings, acceptances).toList();
    }

    private boolean isAccepted(String id, Library library) {
        return accepted.stream().anyMatch(acceptance -> acceptance.id().equals(id) && acceptance.isOf(library));
    }
}
