package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a provider to sign in at there is no console. */
class NoConsoleTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/file", "/file/console/", "/file/console/settings.json", "/file/console/icon.svg"})
    void itsAddressesAreUnknown(String address) {
        assertThat(api.send("GET", address, Map.of(), Optional.empty()).problem())
                .isEqualTo("404 /bad-request");
    }
}
