package dev.fileapi.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import dev.fileapi.access.Role;
import dev.fileapi.local.functions.Answer;
import dev.fileapi.local.functions.Body;
import dev.fileapi.local.functions.Page;
import dev.fileapi.local.functions.QueryMap;
import dev.fileapi.local.functions.Received;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Signs people in to the console and the command line of the local host, as the user of the first steps and without a password: by the
 * authorization code flow with PKCE ("OpenID Connect Core 1.0", RFC 7636) or by the device flow (RFC 8628). It answers pages of this machine only.
 */
final class LocalProvider {

    private static final String PATH = "/local-provider";
    private static final String CONSOLE = "console";
    private static final String COMMAND_LINE = "command-line";
    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration CODE_LASTS = Duration.ofMinutes(1);
    private static final Duration SESSION_LASTS = Duration.ofHours(12);

    /** Another name that leads here may be that of a stranger's page. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");

    /** Where a program of this machine listens, at a port of its own each time (RFC 8252, section 7.3). */
    private static final Pattern LOOPBACK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/callback");

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalIssuer issuer;
    private final Secrets secrets;
    private final DeviceSignIns devices;
    private final Cache<String, Code> codes;
    private final Cache<String, Boolean> refreshTokens;

    LocalProvider(LocalIssuer issuer, Clock clock) {
        this.issuer = issuer;
        this.secrets = new Secrets(clock);
        this.devices = new DeviceSignIns(secrets, clock);
        this.codes = secrets.remembered(CODE_LASTS);
        this.refreshTokens = secrets.remembered(SESSION_LASTS);
    }

    /** Returns the settings of a service whose console and command line sign in here, by environment variable. */
    static Map<String, String> settings() {
        return Map.of(
                "FILEAPI_CONSOLE_CLIENT_ID", CONSOLE,
                "FILEAPI_CONSOLE_CLI_CLIENT_ID", COMMAND_LINE,
                "FILEAPI_CONSOLE_AUTHORITY", PATH);
    }

    Map<String, Page> pages() {
        return Map.of(
                PATH + "/.well-known/openid-configuration", this::configuration,
                PATH + "/authorize", this::authorize,
                PATH + "/device_authorization", this::beginDevice,
                PATH + "/device", new DevicePage(devices)::answer,
                PATH + "/token", this::token,
                PATH + "/revoke", this::revoke);
    }

    private Answer configuration(Received request) {
        String base = base(request);
        return json(
                200,
                Map.of(
                        "issuer",
                        LocalIssuer.ISSUER,
                        "authorization_endpoint",
                        base + "/authorize",
                        "device_authorization_endpoint",
                        base + "/device_authorization",
                        "token_endpoint",
                        base + "/token",
                        "revocation_endpoint",
                        base + "/revoke",
                        "response_types_supported",
                        List.of("code"),
                        "grant_types_supported",
                        List.of("authorization_code", "refresh_token", DEVICE_CODE),
                        "code_challenge_methods_supported",
                        List.of("S256"),
                        "subject_types_supported",
                        Set.of("public"),
                        "id_token_signing_alg_values_supported",
                        Set.of("RS256")));
    }

    private Answer authorize(Received request) {
        Map<String, String> query = QueryMap.of(request.query());
        String back = query.getOrDefault("redirect_uri", "");
        String challenge = query.get("code_challenge");
        boolean known = isThisMachine(request) && isRegistered(request, query.getOrDefault("client_id", ""), back);
        if (!known || challenge == null || !"S256".equals(query.get("code_challenge_method"))) {
            return refusal("invalid_request");
        }
        String code = secrets.next();
        codes.put(code, new Code(challenge, back));
        String location = back + "?code=" + code + "&state="
                + URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8);
        return new Answer(302, Map.of("Location", location, "Cache-Control", "no-store"), Body.NONE);
    }

    private static boolean isRegistered(Received request, String client, String back) {
        return switch (client) {
            case CONSOLE -> back.startsWith("http://" + request.header("host") + "/file/console/");
            case COMMAND_LINE -> LOOPBACK.matcher(back).matches();
            default -> false;
        };
    }

    private Answer beginDevice(Received request) {
        String client = QueryMap.of(request.body().text()).getOrDefault("client_id", "");
        if (!isThisMachine(request) || !request.method().equals("POST") || !client.equals(COMMAND_LINE)) {
            return refusal("invalid_client");
        }
        DeviceSignIns.Codes begun = devices.begin();
        String page = base(request) + "/device";
        return json(
                200,
                Map.of(
                        "device_code", begun.deviceCode(),
                        "user_code", begun.userCode(),
                        "verification_uri", page,
                        "verification_uri_complete", page + "?user_code=" + begun.userCode(),
                        "expires_in", DeviceSignIns.LIFETIME.toSeconds(),
                        "interval", DeviceSignIns.INTERVAL.toSeconds()));
    }

    private Answer token(Received request) {
        if (!isThisMachine(request) || !request.method().equals("POST")) {
            return refusal("invalid_request");
        }
        Map<String, String> form = QueryMap.of(request.body().text());
        Optional<String> error = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> invalidUnless(isRedeemed(form));
            case "refresh_token" -> invalidUnless(isRemoved(form.getOrDefault("refresh_token", "")));
            case DEVICE_CODE -> devices.ask(form.getOrDefault("device_code", ""));
            default -> Optional.of("unsupported_grant_type");
        };
        return error.map(LocalProvider::refusal).orElseGet(this::tokens);
    }

    private Answer tokens() {
        String refreshToken = secrets.next();
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

    /** Ends a sign-in; also that of a token which is not known (RFC 7009, section 2.2). */
    private Answer revoke(Received request) {
        if (!isThisMachine(request) || !request.method().equals("POST")) {
            return refusal("invalid_request");
        }
        isRemoved(QueryMap.of(request.body().text()).getOrDefault("token", ""));
        return json(200, Map.of());
    }

    /** A code is good once, for who began the sign-in (RFC 6749, section 4.1.3). */
    private boolean isRedeemed(Map<String, String> form) {
        Code code = codes.asMap().remove(form.getOrDefault("code", ""));
        return code != null
                && code.redirectUri().equals(form.get("redirect_uri"))
                && code.challenge().equals(Secrets.challengeOf(form.getOrDefault("code_verifier", "")));
    }

    /** A refresh token is good once. */
    private boolean isRemoved(String refreshToken) {
        return refreshTokens.asMap().remove(refreshToken) != null;
    }

    private static Optional<String> invalidUnless(boolean granted) {
        return granted ? Optional.empty() : Optional.of("invalid_grant");
    }

    private static boolean isThisMachine(Received request) {
        return THIS_MACHINE.matcher(request.header("host")).matches();
    }

    private static String base(Received request) {
        return "http://" + request.header("host") + PATH;
    }

    private static Answer refusal(String error) {
        return json(400, Map.of("error", error));
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

    /**
     * What a code was made for.
     *
     * @param challenge of PKCE
     * @param redirectUri where it was sent
     */
    private record Code(String challenge, String redirectUri) {}
}
