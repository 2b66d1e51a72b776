package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body is as large as the largest that its call can need, and a larger one is refused unread. */
class BodySizesTest {

    private static final int PATHS = 1_000;
    private static final int CHARACTERS = 1_024;

    @RegisterExtension
    static final WebApi api = new WebApi();

    /** Characters beyond the basic plane are two escapes of six letters each. */
    @Test
    void aThousandOfTheLongestPathsFitEachCharacterEscaped() {
        String body = IntStream.range(0, PATHS)
                .mapToObj(at -> "\"" + "\\ud83d\\ude00".repeat(CHARACTERS - 4) + "%04d\"".formatted(at))
                .collect(Collectors.joining(",\n    ", "{\"paths\": [", "]}"));

        Answer batch = api.post("/uploads", body);

        assertThat(body.length()).isGreaterThan(12_000_000);
        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.json().get("uploads")).hasSize(PATHS).allSatisfy(BodySizesTest::assertIsLinked);
    }

    @ParameterizedTest
    @CsvSource({
        "/uploads, 16777216",
        "/downloads, 16777216",
        "/files/delete, 16777216",
        "/files/move, 33554432",
        "/uploads/complete, 1048576"
    })
    void aLargerOneIsRefused(String address, int most) {
        Answer refusal = api.post(address, blank(most + 1));

        assertThat(refusal.problem()).isEqualTo("413 /bad-request");
        assertThat(refusal.text("detail")).contains("at most " + most + " bytes");
        assertThat(refusal.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.post(address, blank(most)).status()).isNotEqualTo(413);
    }

    @Test
    void aStrangerIsRefusedAsOneFirst() {
        Answer refusal = api.send("POST", api.address("/uploads/complete"), Map.of(), Optional.of(blank(1_048_577)));

        assertThat(refusal.problem()).isEqualTo("401 /auth/missing-token");
    }

    @ParameterizedTest
    @CsvSource({"GET, /files, 200", "DELETE, /files/path/a.txt, 204"})
    void oneThatIsNotReadIsOfAnySize(String method, String rest, int status) {
        assertThat(sent(method, rest, 20_000_000).status()).isEqualTo(status);
    }

    @Test
    void oneThatComesWithACallForALinkIsSmall() {
        Answer refusal = sent("PUT", "/files/path/a.txt", 65_537);

        assertThat(refusal.problem()).isEqualTo("413 /bad-request");
        assertThat(sent("PUT", "/files/path/a.txt", 65_536).status()).isNotEqualTo(413);
    }

    private Answer sent(String method, String rest, int bytes) {
        return api.send(
                method,
                api.address(rest),
                Map.of("authorization", "Bearer " + api.token(Role.EDITOR), "content-type", "application/json"),
                Optional.of(blank(bytes)));
    }

    private static void assertIsLinked(JsonNode upload) {
        assertThat(upload.has("upload")).as(upload.toString()).isTrue();
    }

    private static String blank(int bytes) {
        byte[] spaces = new byte[bytes];
        Arrays.fill(spaces, (byte) ' ');
        return new String(spaces, US_ASCII);
    }
}
