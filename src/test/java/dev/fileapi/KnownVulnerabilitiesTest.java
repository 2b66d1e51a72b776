package dev.fileapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.KnownVulnerabilities.Accepted;
import dev.fileapi.KnownVulnerabilities.Fixed;
import dev.fileapi.PackagedLibraries.Library;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The libraries of the package against what is known of them; CONTRIBUTING.md says how the file is renewed. */
class KnownVulnerabilitiesTest {

    private static final Library LIBRARY = new Library("org.example", "library", "1.9.2");

    private final KnownVulnerabilities known = KnownVulnerabilities.read();
    private final PackagedLibraries packaged = PackagedLibraries.resolved();

    KnownVulnerabilitiesTest() throws IOException {}

    @Test
    void noLibraryIsBelowAVersionThatMendsAFinding() {
        assertThat(known.openIn(packaged)).isEmpty();
    }

    @Test
    void theFileIsAboutLibrariesThatAreThere() {
        assertThat(known.outdatedFor(packaged)).isEmpty();
    }

    @Test
    void everyEntrySaysWhyAndWhereItIsFrom() {
        assertThat(known.fixed()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.reason()).isNotBlank();
            assertThat(finding.source()).startsWith("https://");
        });
        assertThat(known.accepted()).allSatisfy(acceptance -> {
            assertThat(acceptance.reason()).isNotBlank();
            assertThat(acceptance.source()).startsWith("https://");
        });
    }

    /** A family that is released together was built together; a BOM that holds for a part of it alone mixes them. */
    @Test
    void librariesOfOneFamilyAreOfOneVersion() {
        assertThat(versions("io.netty")).hasSize(1);
        assertThat(versions("io.projectreactor.netty")).hasSize(1);
        assertThat(versions("ch.qos.logback")).hasSize(1);
        assertThat(versions("com.fasterxml.jackson.core", "jackson-annotations"))
                .hasSize(1)
                .isEqualTo(versions("com.fasterxml.jackson.datatype"))
                .isEqualTo(versions("com.fasterxml.jackson.dataformat"));
        assertThat(versions("io.micronaut", "micronaut-function")).hasSize(1);
    }

    @Test
    void aFindingHoldsBelowTheVersionThatMendsIt() {
        assertThat(openWithFix("1.10.0")).containsExactly("org.example:library 1.9.2: CVE-1, fixed in 1.10.0");
        assertThat(openWithFix("1.9.3.Final")).hasSize(1);
        assertThat(openWithFix("1.9.2")).isEmpty();
        assertThat(openWithFix("1.9")).isEmpty();
    }

    @Test
    void aFindingMayConcernAWholeGroup() {
        KnownVulnerabilities group = with("org.example:*", "2.0", List.of());

        assertThat(group.openIn(packaged(LIBRARY))).hasSize(1);
        assertThat(group.openIn(packaged(new Library("org.example.other", "library", "1.0"))))
                .isEmpty();
    }

    @Test
    void anAcceptedFindingIsAcceptedInThatVersionAlone() {
        List<Accepted> accepted =
                List.of(new Accepted("CVE-1", "org.example:library", "1.9.2", "Not used.", "https://example.org"));
        KnownVulnerabilities judged = with("org.example:library", "2.0", accepted);
        PackagedLibraries later = packaged(new Library("org.example", "library", "1.9.3"));

        assertThat(judged.openIn(packaged(LIBRARY))).isEmpty();
        assertThat(judged.outdatedFor(packaged(LIBRARY))).isEmpty();
        assertThat(judged.openIn(later)).hasSize(1);
        assertThat(judged.outdatedFor(later)).containsExactly("CVE-1 accepted in org.example:library 1.9.2");
    }

    @Test
    void aFindingOfALibraryThatIsGoneIsOutdated() {
        assertThat(with("org.example:gone", "2.0", List.of()).outdatedFor(packaged(LIBRARY)))
                .containsExactly("CVE-1 of [org.example:gone]");
    }

    private Set<String> versions(String group, String... exceptNames) {
        return packaged.libraries().stream()
                .filter(library -> library.group().equals(group))
                .filter(library -> !List.of(exceptNames).contains(library.name()))
                .map(Library::version)
                .collect(Collectors.toSet());
    }

    private static List<String> openWithFix(String version) {
        return with("org.example:library", version, List.of()).openIn(packaged(LIBRARY));
    }

    private static KnownVulnerabilities with(String artifact, String version, List<Accepted> accepted) {
        return new KnownVulnerabilities(
                List.of(new Fixed("CVE-1", List.of(artifact), version, "A reason.", "https://example.org")), accepted);
    }

    private static PackagedLibraries packaged(Library library) {
        return new PackagedLibraries(List.of(library));
    }
}
