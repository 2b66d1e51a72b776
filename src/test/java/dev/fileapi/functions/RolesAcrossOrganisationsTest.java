package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.testing.Issuer;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.CosmosEmulator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that names a workspace alone opens none that another organisation of the token has files in. */
class RolesAcrossOrganisationsTest {

    private static final CosmosEmulator cosmos = CosmosEmulator.start(Clock.systemUTC());

    @RegisterExtension
    static final WebApi onH2 = trusting(new WebApi());

    @RegisterExtension
    static final WebApi onCosmos = trusting(new WebApi()).withAll(EmulatedAccount.properties(cosmos));

    private final Issuer issuer = new Issuer(Clock.systemUTC());
    private final UUID workspace = UUID.randomUUID();
    private final Workspace first = new Workspace(UUID.randomUUID(), workspace);
    private final Workspace second = new Workspace(UUID.randomUUID(), workspace);

    private final String unbound = issuer.token(
            Issuer.RSA,
            issuer.claims()
                    .claim("organisations", organisations())
                    .claim("workspace_roles", Map.of(workspace.toString(), "editor")));
    private final String bound = issuer.token(
            Issuer.RSA,
            issuer.claims()
                    .claim("organisations", organisations())
                    .claim("workspace_roles", List.of(first.organisationId() + "/" + workspace + ":editor")));

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUnboundRoleCountsWhereTheFilesAre(boolean onCosmosDb) {
        WebApi api = onCosmosDb ? onCosmos : onH2;
        upload(api, unbound);

        assertThat(call(api, unbound, "GET", first, "/files").status()).isEqualTo(200);
        for (String method : List.of("GET", "PUT", "DELETE")) {
            Answer refusal = call(api, unbound, method, second, "/files/path/a.txt");
            assertThat(refusal.problem()).isEqualTo("403 /auth/insufficient-role");
            assertThat(refusal.text("detail")).contains("another organisation");
            assertThat(refusal.json().get("your_role").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void alsoWhenAllOfThemAreDeleted(boolean onCosmosDb) {
        WebApi api = onCosmosDb ? onCosmos : onH2;
        upload(api, unbound);
        assertThat(call(api, unbound, "DELETE", first, "/files/path/a.txt").status())
                .isEqualTo(204);

        assertThat(call(api, unbound, "GET", second, "/files").problem()).isEqualTo("403 /auth/insufficient-role");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLinkInTheWrongOrganisationTakesNothingFromTheRightOne(boolean onCosmosDb) {
        WebApi api = onCosmosDb ? onCosmos : onH2;
        assertThat(call(api, unbound, "PUT", second, "/files/path/a.txt").status())
                .isEqualTo(200);

        assertThat(call(api, unbound, "PUT", first, "/files/path/a.txt").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBoundRoleCountsInItsOrganisationAlone(boolean onCosmosDb) {
        WebApi api = onCosmosDb ? onCosmos : onH2;
        upload(api, bound);

        assertThat(call(api, bound, "GET", first, "/files/path/a.txt").status()).isEqualTo(200);
        assertThat(call(api, bound, "GET", second, "/files").problem()).isEqualTo("403 /auth/insufficient-role");
    }

    private void upload(WebApi api, String token) {
        Answer link = call(api, token, "PUT", first, "/files/path/a.txt");
        assertThat(link.status()).as(link.toString()).isEqualTo(200);
        assertThat(api.put(link.text("upload"), "x".getBytes(UTF_8))).isEqualTo(201);
        assertThat(call(api, token, "GET", first, "/files/path/a.txt").status()).isEqualTo(200);
    }

    private List<String> organisations() {
        return List.of(
                first.organisationId().toString(), second.organisationId().toString());
    }

    private static Answer call(WebApi api, String token, String method, Workspace workspace, String rest) {
        String address = "/file/v2/orgs/" + workspace.organisationId() + "/workspaces/" + workspace.workspaceId();
        return api.send(method, address + rest, Map.of("authorization", "Bearer " + token), Optional.empty());
    }

    private static WebApi trusting(WebApi api) {
        return api.with("fileapi.access.jwks", Issuer.jwks(Issuer.RSA))
                .with("fileapi.access.issuer", Issuer.NAME)
                .with("fileapi.access.audience", Issuer.AUDIENCE);
    }
}
