package dev.fileapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jwt.PlainJWT;
import dev.fileapi.access.testing.Issuer;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.StandingClock;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.simple.SimpleHttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import io.micronaut.security.token.jwt.validator.JsonWebTokenSignatureValidator;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import io.micronaut.security.token.jwt.validator.JwtClaimsValidator;
import io.micronaut.security.token.reader.TokenReader;
import io.micronaut.security.token.validator.TokenValidator;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The way of a request through Micronaut's security filter, up to the controller. */
class BearerAuthenticationTest {

    private static final String OPEN = "/access-test/open";
    private static final String CLOSED = "/access-test/closed";

    private static final String AUTHENTICATED = "/access-test/authenticated";

    private final StandingClock clock = new StandingClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Issuer issuer = new Issuer(clock);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private @Nullable Level level;
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(Map.of(
                    "access.test",
                    true,
                    "fileapi.access.jwks",
                    Issuer.jwks(Issuer.RSA),
                    "fileapi.access.issuer",
                    Issuer.NAME,
                    "fileapi.access.audience",
                    Issuer.AUDIENCE))
            .build();

    @BeforeEach
    void start() {
        log.start();
        root.addAppender(log);
        level = root.getLevel();
        root.setLevel(Level.DEBUG);
        context.registerSingleton(Clock.class, clock);
        context.start();
    }

    @AfterEach
    void stop() {
        context.close();
        root.setLevel(level);
        root.detachAppender(log);
    }

    @Test
    void aGoodTokenComesThroughWithItsCaller() {
        HttpRequest<?> request = request(CLOSED, "Bearer " + issuer.token(Issuer.RSA));

        assertThat(call(request).code()).isEqualTo(200);
        assertThat(boundCaller(request).user().id()).isEqualTo(Issuer.USER);
    }

    @Test
    void theSchemeIgnoresCase() {
        assertThat(call(request(CLOSED, "bearer " + issuer.token(Issuer.RSA))).code())
                .isEqualTo(200);
    }

    @Test
    void withoutATokenTheAnswerSaysWhatToSend() {
        for (String authorization : new String[] {null, "", "Bearer", "Bearer ", "Basic dTpw", "Bearer a b"}) {
            assertThat(refusal(request(CLOSED, authorization)))
                    .isInstanceOf(UnauthenticatedException.class)
                    .hasMessageContaining("Authorization: Bearer");
        }
    }

    @Test
    void moreThanOneCredentialIsRefusedThoughOneIsGood() {
        String good = goodToken();

        for (String authorization :
                new String[] {good + ", junk", good + "," + good, good + ",", "," + good, good + ", Basic dTpw"}) {
            assertThat(refusal(request(CLOSED, authorization)))
                    .as(authorization)
                    .isInstanceOf(UnauthenticatedException.class)
                    .hasMessageContaining("more than one credential");
        }
    }

    @Test
    void repeatedHeadersAreRefused() {
        HttpRequest<?> request = request(CLOSED, goodToken());
        ((SimpleHttpRequest<?>) request).header("Authorization", goodToken());

        assertThat(refusal(request)).hasMessageContaining("more than one credential");
    }

    @Test
    void whatIsNotPartOfATokenIsNotReadAsOne() {
        String token = issuer.token(Issuer.RSA);

        for (String authorization : new String[] {"\"" + token + "\"", token + ";", token + "\u00e9", token + "\t"}) {
            assertThat(refusal(request(CLOSED, "Bearer " + authorization)))
                    .isInstanceOf(UnauthenticatedException.class);
        }
    }

    @Test
    void aBadTokenIsRefusedForItsReason() {
        String token = issuer.token(Issuer.RSA);
        clock.move(Duration.ofHours(2));

        assertThat(refusal(request(CLOSED, "Bearer " + token)))
                .isInstanceOf(UnauthenticatedException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void anUnsignedTokenIsRefused() {
        String token = new PlainJWT(issuer.claims().build()).serialize();

        assertThat(refusal(request(CLOSED, "Bearer " + token))).isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void anUnsignedTokenIsNoAuthenticationForMicronautEither() {
        String token = new PlainJWT(issuer.claims().build()).serialize();

        assertThatThrownBy(() -> call(request(AUTHENTICATED, "Bearer " + token)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(call(request(AUTHENTICATED, "Bearer " + issuer.token(Issuer.RSA)))
                        .code())
                .isEqualTo(200);
    }

    @Test
    void anOpenRouteNeedsNoTokenAndMindsNoBadOne() {
        assertThat(call(request(OPEN, null)).code()).isEqualTo(200);
        assertThat(call(request(OPEN, "Bearer nonsense")).code()).isEqualTo(200);
    }

    @Test
    void whatNoRouteMatchesIsLeftToTheRouter() {
        assertThat(call(request("/access-test/nothing", null)).code()).isEqualTo(200);
    }

    @Test
    void accessToAWorkspaceIsGrantedBeforeTheCallerIsBound() {
        HttpRequest<?> request = request(workspace(Issuer.ORGANISATION, Issuer.WORKSPACE), goodToken());

        assertThat(call(request).code()).isEqualTo(200);
        WorkspaceAccess access = bound(request);
        assertThat(access.user().id()).isEqualTo(Issuer.USER);
        assertThat(access.workspace()).isEqualTo(new Workspace(Issuer.ORGANISATION, Issuer.WORKSPACE));
    }

    @Test
    void aTokenIsAskedForBeforeAnyId() {
        assertThat(refusal(request(workspace("nonsense", "nonsense"), null)))
                .isInstanceOf(UnauthenticatedException.class);
    }

    @Test
    void idsMustBeUuidsBeforeTheOrganisationCounts() {
        assertThat(refusal(request(workspace("nonsense", "1-1-1-1-1"), goodToken())))
                .isInstanceOf(InvalidIdException.class)
                .hasMessage("organisation_id: must be a UUID");
        assertThat(refusal(request(workspace(UUID.randomUUID(), "1-1-1-1-1"), goodToken())))
                .isInstanceOf(InvalidIdException.class)
                .hasMessage("workspace_id: must be a UUID");
    }

    @Test
    void anotherOrganisationIsRefusedBeforeTheRoleCounts() {
        assertThat(refusal(request(workspace(UUID.randomUUID(), UUID.randomUUID()), goodToken())))
                .isInstanceOf(OrganisationForbiddenException.class);
    }

    @Test
    void theRoleMustHaveThePermission() {
        String viewer = "Bearer "
                + issuer.token(
                        Issuer.RSA,
                        issuer.claims().claim("workspace_roles", Map.of(Issuer.WORKSPACE.toString(), "viewer")));

        assertThat(refusal(request(workspace(Issuer.ORGANISATION, Issuer.WORKSPACE), viewer)))
                .isInstanceOf(InsufficientRoleException.class);
        assertThat(refusal(request(workspace(Issuer.ORGANISATION, UUID.randomUUID()), goodToken())))
                .isInstanceOf(InsufficientRoleException.class);
    }

    @Test
    void aMethodThatDeclaresNoPermissionGetsNoAccess() {
        HttpRequest<?> request = request(CLOSED, goodToken());
        call(request);

        assertThatThrownBy(() -> bound(request)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheServicesOwnBeansJudgeTokens() {
        for (Class<?> judge : List.of(
                TokenValidator.class,
                TokenReader.class,
                SignatureConfiguration.class,
                JsonWebTokenSignatureValidator.class,
                ReactiveSignatureConfiguration.class,
                JwtClaimsValidator.class,
                JwtAuthenticationFactory.class)) {
            assertThat(context.getBeansOfType(judge))
                    .as(judge.getName())
                    .allSatisfy(
                            bean -> assertThat(bean.getClass().getPackageName()).isEqualTo("dev.fileapi.access.token"));
        }
        assertThat(context.getBeansOfType(TokenValidator.class)).hasSize(1);
        assertThat(context.getBeansOfType(JwtClaimsValidator.class)).hasSize(1);
    }

    @Test
    void noTokenIsEverLogged() {
        String good = issuer.token(Issuer.RSA);
        String bad = issuer.token(Issuer.OTHER_RSA);

        call(request(CLOSED, "Bearer " + good));
        refusal(request(CLOSED, "Bearer " + bad));
        refusal(request(CLOSED, "Bearer not-a-token-but-secret"));

        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines)
                .isNotEmpty()
                .noneMatch(line -> line.contains("not-a-token-but-secret")
                        || line.contains(signature(good))
                        || line.contains(signature(bad)));
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private HttpRequest<?> request(String path, @Nullable String authorization) {
        SimpleHttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, path, null);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        UriRouteMatch<Object, Object> route =
                context.getBean(Router.class).GET(path).orElse(null);
        if (route != null) {
            RouteAttributes.setRouteMatch(request, route);
        }
        return request;
    }

    /** The status after the filter: 200 when it let the request through. */
    private HttpResponse<?> call(HttpRequest<?> request) {
        context.getBean(AccessFilter.class).check(request);
        return HttpResponse.ok();
    }

    private AccessException refusal(HttpRequest<?> request) {
        return catchThrowableOfType(AccessException.class, () -> call(request));
    }

    private static String workspace(Object organisationId, Object workspaceId) {
        return "/access-test/orgs/" + organisationId + "/workspaces/" + workspaceId;
    }

    private String goodToken() {
        return "Bearer " + issuer.token(Issuer.RSA);
    }

    private WorkspaceAccess bound(HttpRequest<?> request) {
        ArgumentConversionContext<WorkspaceAccess> argument = ConversionContext.of(Argument.of(WorkspaceAccess.class));
        return context.getBean(WorkspaceAccessBinder.class)
                .bind(argument, request)
                .get();
    }

    private Caller boundCaller(HttpRequest<?> request) {
        ArgumentConversionContext<Caller> argument = ConversionContext.of(Argument.of(Caller.class));
        return context.getBean(CallerBinder.class).bind(argument, request).get();
    }

    @Requires(property = "access.test")
    @Controller("/access-test")
    static class TestController {

        @Get("/closed")
        String closed() {
            return "";
        }

        @Secured(SecurityRule.IS_AUTHENTICATED)
        @Get("/authenticated")
        String authenticated() {
            return "";
        }

        @Access(Permission.WRITE)
        @Get("/orgs/{organisation_id}/workspaces/{workspace_id}")
        String workspace() {
            return "";
        }

        @Secured(SecurityRule.IS_ANONYMOUS)
        @Get("/open")
        String open() {
            return "";
        }
    }
}
