package dev.fileapi.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.Client;
import dev.fileapi.cli.signin.Profile;
import dev.fileapi.cli.signin.Profiles;
import dev.fileapi.cli.signin.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a command goes and as whom: an option says it, else a variable, else the profile, else {@code ./fileapi run}. */
class AccessFinderTest {

    private static final URI HOME = URI.create("https://files.example");
    private static final Place NOTHING = new Place(null, null, null, null);
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID WORKSPACE = UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void withoutAnythingItIsTheServiceOfThisMachine() {
        Access access = find(NOTHING, Map.of(), null);

        assertThat(access.url()).isEqualTo(URI.create("http://localhost:7071"));
        assertThat(access.organisation()).hasToString("0a000000-0000-4000-8000-000000000001");
        assertThat(access.tokenSource()).isEqualTo("./fileapi token");
    }

    @Test
    void aTokenOfThisMachineIsNotMadeForOthers() {
        assertThatThrownBy(() -> find(new Place(HOME, null, null, null), Map.of(), null))
                .isInstanceOf(CommandException.class)
                .hasMessage("a token is needed: fileapi login --url https://files.example, or set FILEAPI_TOKEN")
                .satisfies(e -> assertThat(ExitStatus.of(e)).isEqualTo(ExitStatus.ACCESS));
    }

    @Test
    void theDefaultProfileSaysAll() {
        keep("default", ORGANISATION);

        Access access = find(NOTHING, Map.of(), null);

        assertThat(access.url()).isEqualTo(HOME);
        assertThat(access.organisation()).isEqualTo(ORGANISATION);
        assertThat(access.workspace()).isEqualTo(WORKSPACE);
        assertThat(access.tokenSource()).isEqualTo("profile default");
        assertThat(access.tokens().get()).isEqualTo("of default at https://files.example");
    }

    @Test
    void anOptionWinsThenAVariableThenTheProfile() {
        keep("default", ORGANISATION);
        Map<String, String> variable = Map.of("FILEAPI_TOKEN", " VARIABLE ");

        assertThat(find(NOTHING, variable, "OPTION").tokens().get()).isEqualTo("OPTION");
        assertThat(find(NOTHING, variable, "OPTION").tokenSource()).isEqualTo("--token");
        assertThat(find(NOTHING, variable, null).tokens().get()).isEqualTo("VARIABLE");
        assertThat(find(NOTHING, variable, null).tokenSource()).isEqualTo("FILEAPI_TOKEN");
        assertThat(find(NOTHING, variable, null).url()).isEqualTo(HOME);

        UUID other = UUID.randomUUID();
        Environment environment = new Environment(Map.of(
                "FILEAPI_WORKSPACE", other.toString(), "FILEAPI_URL", "http://localhost:1", "FILEAPI_PROFILE", ""));
        assertThat(new PlaceOptions().place(environment))
                .isEqualTo(new Place(URI.create("http://localhost:1"), null, other, null));
        assertThat(find(new Place(null, null, other, null), Map.of(), null).workspace())
                .isEqualTo(other);
    }

    @Test
    void aProfileIsOfItsServiceOnly() {
        keep("default", ORGANISATION);

        Access elsewhere = find(new Place(URI.create("http://localhost:7071"), null, null, null), Map.of(), null);
        assertThat(elsewhere.tokenSource()).isEqualTo("./fileapi token");
        assertThat(elsewhere.organisation()).isNotEqualTo(ORGANISATION);

        assertThat(find(new Place(URI.create(HOME + "/"), null, null, null), Map.of(), null)
                        .tokenSource())
                .isEqualTo("profile default");
    }

    @Test
    void aProfileThatIsNamedIsTheOne() {
        keep("work", ORGANISATION);

        assertThat(find(new Place(null, null, null, "work"), Map.of(), null).tokenSource())
                .isEqualTo("profile work");
        assertThatThrownBy(() -> find(new Place(null, null, null, "none"), Map.of(), null))
                .hasMessage("there is not a profile none: fileapi login --profile none");
        assertThatThrownBy(() -> find(new Place(URI.create("http://localhost:1"), null, null, "work"), Map.of(), null))
                .hasMessageContaining("profile work is signed in to https://files.example");
    }

    @Test
    void aWorkspaceHasToBeChosen() {
        keep("default", null);

        assertThatThrownBy(() -> find(NOTHING, Map.of(), null)).hasMessageContaining("give --org and --workspace");
        assertThat(find(new Place(null, ORGANISATION, WORKSPACE, null), Map.of(), null)
                        .url())
                .isEqualTo(HOME);
    }

    @Test
    void aVariableThatIsWrongIsNamedWithoutItsValue() {
        assertThatThrownBy(() -> new PlaceOptions().place(new Environment(Map.of("FILEAPI_ORGANISATION", "SECRET"))))
                .hasMessage("FILEAPI_ORGANISATION: is not a valid UUID");
        assertThat(new Environment(Map.of("FILEAPI_TOKEN", "SECRET")).toString())
                .doesNotContain("SECRET");
        assertThat(find(NOTHING, Map.of("FILEAPI_TOKEN", "SECRET"), null).toString())
                .doesNotContain("SECRET");
    }

    private Access find(Place place, Map<String, String> variables, @Nullable String token) {
        return new AccessFinder(
                        new Environment(variables),
                        new Profiles(folder),
                        (name, url) -> () -> "of " + name + " at " + url,
                        "./fileapi")
                .find(place, token, null);
    }

    private void keep(String name, @Nullable UUID organisation) {
        Client client = new Client(URI.create("https://id.example"), "cli", "openid");
        UUID workspace = organisation == null ? null : WORKSPACE;
        Tokens tokens = new Tokens("A", null, null);
        new Profiles(folder).replace(name, new Profile(HOME, organisation, workspace, client, tokens));
    }
}
