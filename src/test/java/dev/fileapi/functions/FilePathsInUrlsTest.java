package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A path comes out as it went in, whatever stands between. */
class FilePathsInUrlsTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    /** Behind a host that hands on the URL that its client claims to have sent. */
    @RegisterExtension
    static final WebApi unguarded = new WebApi().withoutUnencodedUrl();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %41bc.txt           | Abc.txt
            a%2Fb.txt           | a/b.txt
            a+b                 | a+b
            a%2Bb               | a+b
            a,b                 | a,b
            a%2Cb,              | a,b,
            x;y=1&z             | x;y=1&z
            100%25              | 100%
            a%2541b             | a%41b
            a%3Fb%23c           | a?b#c
            new%20file.txt      | new file.txt
            e%CC%81.txt         | é.txt
            %C3%A9.txt          | é.txt
            %F0%9F%98%80        | 😀
            uploads             | uploads
            path/uploads/1      | path/uploads/1
            {x}                 | {x}
            """)
    void eachNamesItsFile(String encoded, String decoded) {
        Answer link = api.call("PUT", "/files/path/" + encoded);

        assertThat(link.status()).as(link.toString()).isEqualTo(200);
        assertThat(link.text("file_id")).isEqualTo(fileAt(api, decoded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a//b",
                "a/",
                "/a",
                "a/../b",
                "a/%2E%2E/b",
                ".",
                "a%0Ab",
                "a%5Cb",
                "%FF",
                "%C0%AF",
                "Gr%F6%DFe",
                "%EF%BF%BD"
            })
    void whatIsNoPathIsRefused(String encoded) {
        Answer refusal = api.call("PUT", "/files/path/" + encoded);

        assertThat(refusal.problem()).isEqualTo("400 /files/invalid-path");
        assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refusal.text("title")).isEqualTo("Invalid Path.");
    }

    @Test
    void noPathAtAllIsRefused() {
        assertThat(api.call("GET", "/files/path").problem()).isEqualTo("400 /files/invalid-path");
    }

    @Test
    void oneThousandAndTwentyFourCharactersFit() {
        assertThat(api.call("PUT", "/files/path/" + "%F0%9F%98%80".repeat(1_024))
                        .status())
                .isEqualTo(200);
        assertThat(api.call("PUT", "/files/path/" + "x".repeat(1_025)).problem())
                .isEqualTo("400 /files/invalid-path");
    }

    @Test
    void theFrontEndsHeaderBringsBackWhatTheHostLost() {
        Answer recovered = unguarded.call(
                "PUT",
                "/files/path/a%41b",
                Map.of("x-waws-unencoded-url", unguarded.address("/files/path/a%2541b") + "?any=thing"));

        assertThat(recovered.text("file_id")).isEqualTo(fileAt(unguarded, "a%41b"));
    }

    @Test
    void aForgedHeaderIsNotBelieved() {
        Answer forged = unguarded.call(
                "PUT", "/files/path/mine", Map.of("x-waws-unencoded-url", unguarded.address("/files/path/yours")));

        assertThat(forged.text("file_id")).isEqualTo(fileAt(unguarded, "mine"));
    }

    @Test
    void aQueryThatIsNoLegalUrlIsRead() {
        assertThat(api.call("GET", "/files?file_name=a|b{x}").status()).isEqualTo(200);
    }

    /** A batch takes paths decoded. */
    private static String fileAt(WebApi its, String decoded) {
        Answer batch = its.post("/uploads", "{\"paths\": [\"" + decoded + "\"]}");
        return batch.json().get("uploads").get(0).path("file_id").asText();
    }
}
