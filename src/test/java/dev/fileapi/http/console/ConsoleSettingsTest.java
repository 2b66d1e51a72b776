package dev.fileapi.http.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSettingsTest {

    private static final String SCOPE = "openid profile email offline_access";

    @Test
    void withoutAClientThereIsNoConsole() {
        assertThat(of(null, null).isOn()).isFalse();
        assertThat(of("", "").isOn()).isFalse();
    }

    @Test
    void theProviderIsNamedByItsOrigin() {
        assertThat(of("console", "https://id.example.com:8443/realms/main").authorityOrigin())
                .isEqualTo("https://id.example.com:8443");
        assertThat(of("console", "/local-provider").authorityOrigin()).isEmpty();
    }

    @Test
    void anEmptyScopeIsTheUsualOne() {
        assertThat(new ConsoleSettings("console", null, "https://id.example.com", " ").scope())
                .isEqualTo(SCOPE);
    }

    @Test
    void aClientNeedsAProviderAndAProviderAClient() {
        assertThatThrownBy(() -> of("console", null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("FILEAPI_CONSOLE_AUTHORITY: is missing");
        assertThatThrownBy(() -> of(null, "https://id.example.com"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("FILEAPI_CONSOLE_CLIENT_ID: is missing");
    }

    @Test
    void theCommandLineIsTheConsolesClientUnlessItHasOneOfItsOwn() {
        assertThat(of("console", "https://id.example.com").cliClientId()).isEqualTo("console");
        assertThat(new ConsoleSettings("console", "cli", "https://id.example.com", SCOPE).cliClientId())
                .isEqualTo("cli");
        assertThatThrownBy(() -> new ConsoleSettings(null, "cli", null, SCOPE))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("FILEAPI_CONSOLE_CLIENT_ID: is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com",
                "id.example.com",
                "https://user@id.example.com",
                "//id.example.com",
                "https://a b"
            })
    void anAddressThatIsNotSafeIsRefused(String authority) {
        assertThatThrownBy(() -> of("console", authority))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("FILEAPI_CONSOLE_AUTHORITY: ");
    }

    private static ConsoleSettings of(@Nullable String clientId, @Nullable String authority) {
        return new ConsoleSettings(clientId, null, authority, SCOPE);
    }
}
