package dev.fileapi.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fileapi.access.testing.Issuer;
import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenSettingsTest {

    private static final String URL = "https://login.example.com/keys";

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of("jwks-url", URL, "issuer", "i", "audience", "a")))
                .isEqualTo(new TokenSettings(
                        URL,
                        null,
                        "i",
                        "a",
                        "aud",
                        Duration.ofMinutes(10),
                        Duration.ofHours(4),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(3),
                        10_000));
    }

    @Test
    void everyPropertyCanBeSet() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jwks", Issuer.jwks(Issuer.EC));
        properties.put("issuer", "i");
        properties.put("audience", "a");
        properties.put("audience-claim", "client_id");
        properties.put("keys-lifetime", "PT1M");
        properties.put("keys-outage", "PT2M");
        properties.put("keys-refetch-interval", "PT3S");
        properties.put("keys-fetch-timeout", "PT4S");
        properties.put("verified-tokens", "5");

        assertThat(bind(properties))
                .isEqualTo(new TokenSettings(
                        null,
                        Issuer.jwks(Issuer.EC),
                        "i",
                        "a",
                        "client_id",
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        5));
    }

    @ParameterizedTest
    @CsvSource({
        "jwks-url,,FILEAPI_ACCESS_JWKS_URL",
        "jwks,{},FILEAPI_ACCESS_JWKS_URL",
        "jwks-url,nonsense,FILEAPI_ACCESS_JWKS_URL",
        "jwks-url,http://login.example.com/keys,FILEAPI_ACCESS_JWKS_URL",
        "jwks-url,file:///etc/keys,FILEAPI_ACCESS_JWKS_URL",
        "jwks-url,https:keys,FILEAPI_ACCESS_JWKS_URL",
        "jwks-url,https://a b/,FILEAPI_ACCESS_JWKS_URL",
        "issuer,,FILEAPI_ACCESS_ISSUER",
        "issuer,' ',FILEAPI_ACCESS_ISSUER",
        "audience,,FILEAPI_ACCESS_AUDIENCE",
        "audience-claim,' ',FILEAPI_ACCESS_AUDIENCE_CLAIM",
        "keys-lifetime,PT0S,FILEAPI_ACCESS_KEYS_LIFETIME",
        "keys-lifetime,soon,FILEAPI_ACCESS_KEYS_LIFETIME",
        "keys-outage,-PT1S,FILEAPI_ACCESS_KEYS_OUTAGE",
        "keys-fetch-timeout,PT5X,FILEAPI_ACCESS_KEYS_FETCH_TIMEOUT",
        "verified-tokens,many,FILEAPI_ACCESS_VERIFIED_TOKENS",
        "keys-outage,P8D,FILEAPI_ACCESS_KEYS_OUTAGE",
        "keys-refetch-interval,PT0.5S,FILEAPI_ACCESS_KEYS_REFETCH_INTERVAL",
        "keys-fetch-timeout,PT0S,FILEAPI_ACCESS_KEYS_FETCH_TIMEOUT",
        "verified-tokens,-1,FILEAPI_ACCESS_VERIFIED_TOKENS"
    })
    void whatIsWrongIsNamed(String property, String value, String variable) {
        Map<String, Object> properties = new HashMap<>(Map.of("jwks-url", URL, "issuer", "i", "audience", "a"));
        properties.put(property, value);
        if (value == null) {
            properties.remove(property);
        }
        assertRefused(properties, variable);
    }

    @Test
    void staticKeysMustBeKeys() {
        for (String jwks :
                new String[] {"x", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}"}) {
            assertRefused(Map.of("jwks", jwks, "issuer", "i", "audience", "a"), "FILEAPI_ACCESS_JWKS");
        }
    }

    private static void assertRefused(Map<String, Object> properties, String variable) {
        Throwable thrown = catchThrowable(() -> bind(properties));
        while (thrown != null && !(thrown instanceof InvalidSettingException)) {
            thrown = thrown.getCause();
        }
        assertThat(thrown).isNotNull().hasMessageStartingWith(variable + ":");
    }

    private static TokenSettings bind(Map<String, Object> properties) {
        Map<String, Object> prefixed = new HashMap<>();
        properties.forEach((name, value) -> prefixed.put("fileapi.access." + name, value));
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(prefixed)
                .start()) {
            return context.getBean(TokenSettings.class);
        }
    }
}
