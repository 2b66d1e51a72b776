package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller can have unknown query parameters refused (RFC 7240). */
class StrictHandlingTest {

    private static final Map<String, String> STRICT = Map.of("prefer", "handling=strict");

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void unknownParametersAreIgnoredByDefault() {
        Answer list = api.call("GET", "/files?filename=a&limits=1");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Preference-Applied")).isEmpty();
    }

    @Test
    void unknownParametersAreNamedToAStrictCaller() {
        Answer refusal = api.call("GET", "/files?limits=1&limit=2&filename=a", STRICT);

        assertThat(refusal.problem()).isEqualTo("422 /validation");
        assertThat(refusal.text("detail")).startsWith("filename, limits: ");
        assertThat(refusal.header("Preference-Applied")).isEqualTo("handling=strict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files?limit=1&deleted=false&created_at=2024-01-01&order_by=created_at&&",
                "/files?created_at[]=gte:2024-01-01&created_at%5B%5D=lt:2025-01-01",
                "/files?cursor=&prefix=a&delimiter=/",
                "/files?tag=site:north&tag=job:7&checksum=md5:1B2M2Y8AsgTpgAmY7PhCfg==",
                "/files?size=gt:1&size=lt:5&order_by=desc:size,name",
            })
    void knownParametersAreTaken(String rest) {
        Answer list = api.call("GET", rest, STRICT);

        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.header("Preference-Applied")).isEqualTo("handling=strict");
    }

    @Test
    void eachCallHasParametersOfItsOwn() {
        assertThat(api.call("PUT", "/files/path/a.txt?deleted=false", STRICT).status())
                .isEqualTo(422);
        assertThat(api.call("DELETE", "/files/path/a.txt?version_id=1", STRICT).status())
                .isEqualTo(422);
        assertThat(api.call("HEAD", "/files/path/none.txt?version_id=1", STRICT).status())
                .isEqualTo(404);
        assertThat(api.send("GET", "/file/health_check?fill=true", STRICT, Optional.empty())
                        .status())
                .isEqualTo(422);
        assertThat(api.send("GET", "/file/docs?any=thing", STRICT, Optional.empty())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aStrangerIsRefusedFirst() {
        Answer refusal = api.send("GET", api.address("/files?no=1"), STRICT, Optional.empty());

        assertThat(refusal.problem()).isEqualTo("401 /auth/missing-token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async, Handling = \"strict\"; x=1",
                "HANDLING=STRICT",
                "handling=strict, handling=lenient"
            })
    void thePreferenceIsReadAsTheStandardHasIt(String prefer) {
        assertThat(api.call("GET", "/files?no=1", Map.of("prefer", prefer)).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"handling=lenient, handling=strict", "xhandling=strict", "handling=strictly", "respond-async"})
    void otherPreferencesAreNot(String prefer) {
        assertThat(api.call("GET", "/files?no=1", Map.of("prefer", prefer)).status())
                .isEqualTo(200);
    }

    @Test
    void bracketsAfterAListsNameChangeNothing() {
        for (String created : new String[] {"created_at", "created_at[]", "created_at%5b%5D", "created_at[0]"}) {
            assertThat(api.call("GET", "/files?" + created + "=nonsense").problem())
                    .as(created)
                    .isEqualTo("422 /validation");
        }
    }
}
