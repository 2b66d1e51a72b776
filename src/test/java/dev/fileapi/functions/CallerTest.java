package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.fileapi.access.testing.Issuer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that does not read its token asks who it calls for, and where it may do what. */
class CallerTest {

    private static final String ME = "/file/v2/me";
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @RegisterExtension
    static final WebApi api = trusting(new WebApi());

    @RegisterExtension
    static final WebApi ofKeycloak = trusting(new WebApi())
            .with("fileapi.access.organisations.claim", "organization")
            .with("fileapi.access.workspace.roles.claim", "resource_access.file-api.roles");

    @RegisterExtension
    static final WebApi ofEntra = trusting(new WebApi())
            .with("fileapi.access.organisations.claim", "tid")
            .with("fileapi.access.workspace.roles.claim", "roles")
            .with("fileapi.access.user.id.claim", "oid")
            .with("fileapi.access.email.claim", "preferred_username");

    @RegisterExtension
    static final WebApi ofCognito = trusting(new WebApi())
            .with("fileapi.access.audience.claim", "client_id")
            .with("fileapi.access.workspace.roles.claim", "cognito:groups");

    private static final String ADA = "{\"id\":\"" + Issuer.USER + "\",\"name\":\"Ada\",\"email\":\"ada@example.com\"}";
    private static final String ADA_AS_EDITOR = "{\"user\":" + ADA + ",\"organisations\":[{\"id\":\""
            + Issuer.ORGANISATION + "\",\"workspaces\":[{\"id\":\"" + Issuer.WORKSPACE + "\",\"role\":\"editor\"}]}]}";

    private final Issuer issuer = new Issuer(Clock.systemUTC());

    @Test
    void theUserTheOrganisationsAndTheWorkspacesWithTheirRolesAreTold() {
        Answer answer = me(api, issuer.claims());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ADA_AS_EDITOR);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("File-Api-Unchecked-Roles")).isEmpty();
    }

    @Test
    void boundAndUnboundRolesAreToldWhereTheyCount() {
        JWTClaimsSet.Builder claims = issuer.claims()
                .claim("organisations", List.of(Issuer.ORGANISATION.toString(), OTHER.toString()))
                .claim("workspace_roles", List.of(OTHER + "/" + OTHER + ":owner", Issuer.WORKSPACE + ":viewer"));

        Answer answer = me(api, claims);

        assertThat(answer.json().at("/organisations").toString())
                .isEqualTo("[{\"id\":\"" + OTHER + "\",\"workspaces\":[{\"id\":\"" + OTHER
                        + "\",\"role\":\"owner\"},{\"id\":\"" + Issuer.WORKSPACE
                        + "\",\"role\":\"viewer\"}]},{\"id\":\"" + Issuer.ORGANISATION
                        + "\",\"workspaces\":[{\"id\":\"" + Issuer.WORKSPACE + "\",\"role\":\"viewer\"}]}]");
    }

    @Test
    void aTokenThatGivesNoAccessTellsItsUserAlone() {
        JWTClaimsSet.Builder claims = issuer.claims()
                .claim("name", null)
                .claim("email", null)
                .claim("organisations", null)
                .claim("workspace_roles", null);

        assertThat(me(api, claims).body())
                .isEqualTo("{\"user\":{\"id\":\"" + Issuer.USER
                        + "\",\"name\":null,\"email\":null},\"organisations\":[]}");
    }

    @Test
    void rolesThatWereNotCheckedInTimeAreCounted() {
        List<String> many = IntStream.range(0, 120)
                .mapToObj(any -> UUID.randomUUID() + ":viewer")
                .toList();
        JWTClaimsSet.Builder claims = issuer.claims()
                .claim("organisations", List.of(Issuer.ORGANISATION.toString(), OTHER.toString()))
                .claim("workspace_roles", many);

        assertThat(me(api, claims).header("File-Api-Unchecked-Roles")).isEqualTo("140");
        assertThat(me(api, claims).header("File-Api-Unchecked-Roles")).isEqualTo("40");
        assertThat(me(api, claims).header("File-Api-Unchecked-Roles")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x.y.z", "Basic YTpi"})
    void withoutAGoodTokenItIsRefused(String authorization) {
        Map<String, String> headers = authorization.isEmpty() ? Map.of() : Map.of("authorization", authorization);

        Answer refused = api.send("GET", ME, headers, Optional.empty());

        assertThat(refused.problem()).isEqualTo("401 /auth/missing-token");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void theClaimsOfKeycloakAreTold() {
        JWTClaimsSet.Builder claims = issuer.claims()
                .claim("organisations", null)
                .claim("workspace_roles", null)
                .claim("organization", Map.of("acme", Map.of("id", Issuer.ORGANISATION.toString())))
                .claim("resource_access", Map.of("file-api", Map.of("roles", List.of(Issuer.WORKSPACE + ":editor"))));

        assertThat(me(ofKeycloak, claims).body()).isEqualTo(ADA_AS_EDITOR);
    }

    @Test
    void theClaimsOfMicrosoftEntraIdAreTold() {
        JWTClaimsSet.Builder claims = issuer.claims()
                .subject("AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ")
                .claim("organisations", null)
                .claim("workspace_roles", null)
                .claim("email", null)
                .claim("tid", Issuer.ORGANISATION.toString())
                .claim("oid", Issuer.USER.toString())
                .claim("preferred_username", "ada@example.com")
                .claim("roles", List.of(Issuer.WORKSPACE + ":editor", "Something.Else"));

        assertThat(me(ofEntra, claims).body()).isEqualTo(ADA_AS_EDITOR);
    }

    @Test
    void theClaimsOfAmazonCognitoAreTold() {
        JWTClaimsSet.Builder claims = issuer.claims()
                .audience((String) null)
                .claim("client_id", Issuer.AUDIENCE)
                .claim("workspace_roles", null)
                .claim("cognito:groups", List.of(Issuer.WORKSPACE + ":editor", "admins"));

        assertThat(me(ofCognito, claims).body()).isEqualTo(ADA_AS_EDITOR);
    }

    private Answer me(WebApi service, JWTClaimsSet.Builder claims) {
        return service.send(
                "GET", ME, Map.of("authorization", "Bearer " + issuer.token(Issuer.RSA, claims)), Optional.empty());
    }

    private static WebApi trusting(WebApi api) {
        return api.with("fileapi.access.jwks", Issuer.jwks(Issuer.RSA))
                .with("fileapi.access.issuer", Issuer.NAME)
                .with("fileapi.access.audience", Issuer.AUDIENCE);
    }
}
