package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.fileapi.access.testing.Issuer;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.StandingClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerClaimsTest {

    private static final UUID OTHER = UUID.fromString("44444444-4444-4444-8444-444444444444");

    private final Issuer issuer = new Issuer(new StandingClock(Instant.parse("2026-03-01T12:00:00Z")));
    private final CallerClaims claims =
            new CallerClaims(new ClaimSettings("organisations", "workspace_roles", "sub", "name", "email"));

    @Test
    void theDefaultClaimsSayEverything() {
        Caller caller = read(issuer.claims());

        assertThat(caller.user()).isEqualTo(new User(Issuer.USER, "Ada", "ada@example.com"));
        assertThat(caller.organisations()).containsExactly(Issuer.ORGANISATION);
        assertThat(caller.roles()).isEqualTo(Map.of(Issuer.WORKSPACE, Role.EDITOR));
    }

    @Test
    void rolesMayBeStrings() {
        assertThat(roles(List.of(Issuer.WORKSPACE + ":owner", OTHER + ":viewer")))
                .isEqualTo(Map.of(Issuer.WORKSPACE, Role.OWNER, OTHER, Role.VIEWER));
        assertThat(roles(Issuer.WORKSPACE + ":owner, " + OTHER + ":viewer"))
                .isEqualTo(Map.of(Issuer.WORKSPACE, Role.OWNER, OTHER, Role.VIEWER));
    }

    @Test
    void aRoleMayNameItsOrganisation() {
        Workspace own = new Workspace(Issuer.ORGANISATION, Issuer.WORKSPACE);
        Workspace other = new Workspace(OTHER, Issuer.WORKSPACE);
        String first = Issuer.ORGANISATION + "/" + Issuer.WORKSPACE;
        String second = OTHER + "/" + Issuer.WORKSPACE;
        Map<Workspace, Role> both = Map.of(own, Role.OWNER, other, Role.VIEWER);

        assertThat(boundRoles(List.of(first + ":owner", second + ":viewer", first + ":editor")))
                .isEqualTo(both);
        assertThat(boundRoles(first + ":owner," + second + ":viewer")).isEqualTo(both);
        assertThat(boundRoles(Map.of(first, "owner", second, "viewer"))).isEqualTo(both);
        assertThat(boundRoles(Map.of(
                        Issuer.ORGANISATION.toString(), Map.of(Issuer.WORKSPACE.toString(), "owner"),
                        OTHER.toString(), Map.of(Issuer.WORKSPACE.toString(), "viewer", "x", "owner"))))
                .isEqualTo(both);
        assertThat(roles(List.of(first + ":owner"))).isEmpty();
        assertThat(boundRoles(List.of(Issuer.WORKSPACE + ":owner"))).isEmpty();
    }

    @Test
    void aRoleThatNamesItsOrganisationInAnotherFormIsNone() {
        String ids = Issuer.ORGANISATION + "/" + Issuer.WORKSPACE;

        for (Object claim : List.of(
                List.of("/" + Issuer.WORKSPACE + ":owner", Issuer.ORGANISATION + "/:owner", "x/" + ids + ":owner"),
                List.of(ids + "/" + OTHER + ":owner", ids + ":OWNER", ids, "x/y:owner"),
                Map.of(ids, Map.of(Issuer.WORKSPACE.toString(), "owner")),
                Map.of(ids, List.of("owner")),
                Map.of("x", Map.of(Issuer.WORKSPACE.toString(), "owner")))) {
            assertThat(boundRoles(claim)).as("%s", claim).isEmpty();
            assertThat(roles(claim)).as("%s", claim).isEmpty();
        }
    }

    @Test
    void theStrongestRoleHolds() {
        assertThat(roles(List.of(
                        Issuer.WORKSPACE + ":viewer", Issuer.WORKSPACE + ":owner", Issuer.WORKSPACE + ":editor")))
                .isEqualTo(Map.of(Issuer.WORKSPACE, Role.OWNER));
    }

    @Test
    void organisationsMayBeOneString() {
        assertThat(organisations(Issuer.ORGANISATION.toString())).containsExactly(Issuer.ORGANISATION);
        assertThat(organisations(Issuer.ORGANISATION + " " + OTHER))
                .containsExactlyInAnyOrder(Issuer.ORGANISATION, OTHER);
    }

    @Test
    void whatCannotBeReadGivesNoAccess() {
        List<Object> odd = new ArrayList<>(Arrays.asList(null, 1, true, "", "x", ":", "x:owner", "1-1-1-1-1:owner"));
        odd.add(Map.of("a", "b"));
        odd.add(Issuer.WORKSPACE + ":root");
        odd.add(Issuer.WORKSPACE + ":OWNER");
        odd.add(Issuer.WORKSPACE + ":");

        assertThat(roles(odd)).isEmpty();
        assertThat(organisations(odd)).isEmpty();
        for (Object claim : odd) {
            assertThat(roles(claim)).as("%s", claim).isEmpty();
        }
        odd.add(List.of(Issuer.WORKSPACE + ":owner"));
        odd.add(OTHER + ":viewer");
        assertThat(roles(odd)).isEqualTo(Map.of(OTHER, Role.VIEWER));
    }

    @Test
    void anOddRoleOfOneWorkspaceLeavesTheOthers() {
        Map<String, Object> byWorkspace = new HashMap<>();
        byWorkspace.put(Issuer.WORKSPACE.toString(), List.of("owner"));
        byWorkspace.put("x", "owner");
        byWorkspace.put(OTHER.toString(), "viewer");

        assertThat(roles(byWorkspace)).isEqualTo(Map.of(OTHER, Role.VIEWER));
    }

    @Test
    void aSubjectThatIsNoUuidGivesOneThatStays() {
        UUID id = read(issuer.claims().subject("auth0|ada")).user().id();

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(read(issuer.claims().subject("auth0|ada")).user().id()).isEqualTo(id);
        assertThat(read(issuer.claims().subject("auth0|bob")).user().id()).isNotEqualTo(id);
    }

    @Test
    void namedUuidsAreThoseOfTheStandard() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        // RFC 9562, appendix A.4
        assertThat(NamedUuid.of(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void aTokenWithoutSubjectIsRefused() {
        assertThatThrownBy(() -> read(issuer.claims().subject(null))).isInstanceOf(UnauthenticatedException.class);
        assertThatThrownBy(() -> read(issuer.claims().subject(" "))).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void namesAreMadeFitToBeKept() {
        assertThat(name("  Ada\u0000\n ")).isEqualTo("Ada");
        assertThat(name("Ada\ud83d")).isEqualTo("Ada");
        assertThat(name("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(name(" ")).isNull();
        assertThat(name(7)).isNull();
        assertThat(name("x".repeat(1000))).hasSize(256);
    }

    @Test
    void theClaimsOfMicrosoftEntraIdCanBeUsed() {
        CallerClaims entra = new CallerClaims(new ClaimSettings("tid", "roles", "oid", "name", "preferred_username"));

        Caller caller = entra.read(new JWTClaimsSet.Builder()
                .subject("AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ")
                .claim("tid", Issuer.ORGANISATION.toString())
                .claim("oid", Issuer.USER.toString())
                .claim("name", "Ada")
                .claim("preferred_username", "ada@example.com")
                .claim("roles", List.of(Issuer.WORKSPACE + ":editor", "Something.Else"))
                .build()
                .getClaims());

        assertThat(caller).isEqualTo(read(issuer.claims()));
    }

    @Test
    void theClaimsOfKeycloakCanBeUsed() {
        CallerClaims keycloak = new CallerClaims(
                new ClaimSettings("organization", "resource_access.file-api.roles", "sub", "name", "email"));

        Caller caller = keycloak.read(Map.of(
                "sub",
                Issuer.USER.toString(),
                "name",
                "Ada",
                "email",
                "ada@example.com",
                "organization",
                Map.of("acme", Map.of("id", Issuer.ORGANISATION.toString()), "other", Map.of("id", "x"), "bare", "x"),
                "resource_access",
                Map.of(
                        "account",
                        Map.of("roles", List.of("manage-account")),
                        "file-api",
                        Map.of("roles", List.of(Issuer.WORKSPACE + ":editor")))));

        assertThat(caller).isEqualTo(read(issuer.claims()));
    }

    @Test
    void theClaimsOfAuth0CanBeUsed() {
        String prefix = "https://files.example.com/";
        CallerClaims auth0 = new CallerClaims(new ClaimSettings(
                prefix + "organisations", prefix + "workspace_roles", "sub", prefix + "name", prefix + "email"));

        Caller caller = auth0.read(Map.of(
                "iss",
                "https://acme.eu.auth0.com/",
                "sub",
                "auth0|ada",
                prefix + "organisations",
                List.of(Issuer.ORGANISATION.toString()),
                prefix + "workspace_roles",
                Map.of(Issuer.WORKSPACE.toString(), "editor"),
                prefix + "name",
                "Ada",
                prefix + "email",
                "ada@example.com"));

        assertThat(caller.user().name()).isEqualTo("Ada");
        assertThat(caller.user().email()).isEqualTo("ada@example.com");
        assertThat(caller.organisations()).containsExactly(Issuer.ORGANISATION);
        assertThat(caller.roles()).isEqualTo(Map.of(Issuer.WORKSPACE, Role.EDITOR));
    }

    @Test
    void theClaimsOfAmazonCognitoCanBeUsed() {
        CallerClaims cognito =
                new CallerClaims(new ClaimSettings("organisations", "cognito:groups", "sub", "name", "email"));

        Caller caller = cognito.read(Map.of(
                "sub", Issuer.USER.toString(),
                "client_id", "57cbishk4j24pabc1234567890",
                "token_use", "access",
                "name", "Ada",
                "email", "ada@example.com",
                "organisations", List.of(Issuer.ORGANISATION.toString()),
                "cognito:groups", List.of(Issuer.WORKSPACE + ":editor", "admins")));

        assertThat(caller).isEqualTo(read(issuer.claims()));
    }

    @Test
    void theExactNameOfAClaimGoesBeforeAPath() {
        CallerClaims dotted = new CallerClaims(new ClaimSettings("a.b.c", "roles", "sub", "name", "email"));
        Map<String, Object> path = Map.of("b.c", OTHER.toString());

        assertThat(dotted.read(Map.of("sub", "x", "iss", "i", "a", path)).organisations())
                .containsExactly(OTHER);
        assertThat(dotted.read(Map.of("sub", "x", "iss", "i", "a", path, "a.b.c", Issuer.ORGANISATION.toString()))
                        .organisations())
                .containsExactly(Issuer.ORGANISATION);
        assertThat(dotted.read(Map.of("sub", "x", "iss", "i", "a", Map.of("b", "c")))
                        .organisations())
                .isEmpty();
    }

    private Caller read(JWTClaimsSet.Builder builder) {
        return claims.read(builder.build().getClaims());
    }

    private Map<UUID, Role> roles(@Nullable Object claim) {
        return read(issuer.claims().claim("workspace_roles", claim)).roles();
    }

    private Map<Workspace, Role> boundRoles(Object claim) {
        return read(issuer.claims().claim("workspace_roles", claim)).boundRoles();
    }

    private Iterable<UUID> organisations(Object claim) {
        return read(issuer.claims().claim("organisations", claim)).organisations();
    }

    private @Nullable String name(Object claim) {
        return read(issuer.claims().claim("name", claim)).user().name();
    }
}
