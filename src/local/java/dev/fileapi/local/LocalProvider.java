package dev.fileapi.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.fileapi.access.Role;
import dev.fileapi.local.functions.Answer;
import dev.fileapi.local.functions.Body;
import dev.fileapi.local.functions.Page;
import dev.fileapi.local.functions.QueryMap;
import dev.fileapi.local.functions.Received;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in to the console of the local host, as the user of the first steps and without a password: the authorization code flow with
 * PKCE ("OpenID Connect Core 1.0", RFC 7636). It answers pages of this machine only.
 */
final class LocalProvider {

    private static final String PATH = "/local-provider";
    private static final String CLIENT = "console";
    private static final Duration CODE_LASTS = Duration.ofMinutes(1);
    private static final Duration SESSION_LASTS = Duration.ofHours(12);
    private static final int MAX_REMEMBERED = 1_000;
    private static final int SECRET_BYTES = 32;

    /** Another name that leads here may be that of a stranger's page. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalIssuer issuer;
    private final SecureRandom random = new SecureRandom();

    /** The code challenge by code. */
    private final Cache<String, String> codes;

    private final Cache<String, Boolean> refreshTokens;

    LocalProvider(LocalIssuer issuer, Clock clock) {
        this.issuer = issuer;
        this.codes = remembered(CODE_LASTS, clock);
        this.refreshTokens = remembered(SESSION_LASTS, clock);
    }

    /** Returns the settings of a service whose console signs in here, by environment variable. */
    static Map<String, String> settings() {
        return Map.of("FILEAPI_CONSOLE_CLIENT_ID", CLIENT, "FILEAPI_CONSOLE_AUTHORITY", PATH);
    }

    Map<String, Page> pages() {
        return Map.of(
                PATH + "/.well-known/openid-configuration", this::configuration,
                PATH + "/authorize", this::authorize,
                PATH + "/token", this::token);
    }

    private Answer configuration(Received request) {
        String base = "http://" + request.header("host") + PATH;
        return json(
                200,
                Map.of(
                        "issuer", LocalIssuer.ISSUER,
                        "authorization_endpoint", base + "/authorize",
                        "token_endpoint", base + "/token",
                        "response_types_supported", List.of("code"),
                        "grant_types_supported", List.of("authorization_code", "refresh_token"),
                        "code_challenge_methods_supported", List.of("S256"),
                        "subject_types_supported", Set.of("public"),
                        "id_token_signing_alg_values_supported", Set.of("RS256")));
    }

    private Answer authorize(Received request) {
        Map<String, String> query = QueryMap.of(request.query());
        String host = request.header("host");
        String back = query.getOrDefault("redirect_uri", "");
        String challenge = query.get("code_challenge");
        boolean known = THIS_MACHINE.matcher(host).matches() && back.startsWith("http://" + host + "/file/console/");
        if (!known || challenge == null || !"S256".equals(query.get("code_challenge_method"))) {
            return json(400, Map.of("error", "invalid_request"));
        }
        String code = secret();
        codes.put(code, challenge);
        String location = back + "?code=" + code + "&state="
                + URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8);
        return new Answer(302, Map.of("Location", location, "Cache-Control", "no-store"), Body.NONE);
    }

    private Answer token(Received request) {
        Map<String, String> form = QueryMap.of(request.body().text());
        boolean granted = request.method().equals("POST")
                && THIS_MACHINE.matcher(request.header("host")).matches()
                && switch (form.getOrDefault("grant_type", "")) {
                    case "authorization_code" -> isRedeemed(form.getOrDefault("code", ""), form.get("code_verifier"));
                    case "refresh_token" ->
                        refreshTokens.asMap().remove(form.getOrDefault("refresh_token", "")) != null;
                    default -> false;
                };
        if (!granted) {
            return json(400, Map.of("error", "invalid_grant"));
        }
        String refreshToken = secret();
        refreshTokens.put(refreshToken, true);
        TokenOrder order = TokenOrder.of(Demo.USER, Demo.workspace(), Role.OWNER);
        String token = issuer.token(order);
        return json(
                200,
                Map.of(
                        "access_token", token,
                        "id_token", token,
                        "refresh_token", refreshToken,
                        "token_type", "Bearer",
                        "expires_in", order.lifetime().toSeconds()));
    }

    /** A code is good once (RFC 6749, section 4.1.2). */
    private boolean isRedeemed(String code, @Nullable String verifier) {
        String challenge = codes.asMap().remove(code);
        return challenge != null && verifier != null && challenge.equals(challengeOf(verifier));
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> Cache<String, T> remembered(Duration lifetime, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(lifetime)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    private static Answer json(int status, Map<String, Object> body) {
        try {
            return new Answer(
                    status,
                    Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                    Body.of(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
