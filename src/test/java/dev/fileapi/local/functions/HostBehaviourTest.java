package dev.fileapi.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.functions.RawHttp.RawAnswer;
import dev.fileapi.local.samples.Journal;
import dev.fileapi.local.samples.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function sees of a request and a client of its answer, as measured on the Functions host with the Java worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostBehaviourTest {

    private final FunctionsHostOptions options = FunctionsHostOptions.defaults().withTimers(false);
    private FunctionsHost host;
    private RawHttp http;

    @BeforeAll
    void start() throws Exception {
        host = FunctionsHost.start(Samples.app(new Journal()), options);
        http = new RawHttp(host.address());
    }

    @AfterAll
    void stop() throws IOException {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/, /",
        "/%41, /A",
        "/a%2Bb, /a+b",
        "/a+b, /a+b",
        "/a%20b, /a%20b",
        "/a/./b, /a/b",
        "/a/../b, /b",
        "/a/%2e%2E/b, /b",
        "/a/.., /",
        "/a|b, /a%7Cb",
        "/a%7cb, /a%7Cb",
        "/a%2Fb, /a%2Fb",
        "/a%2fb, /a%2fb",
        "/a%2541b, /a%41b",
        "/a%252Fb, /a%2Fb",
        "/a%25b, /a%25b",
        "/%c3%a9, /%C3%A9",
        "/%F0%9F%98%80, /%F0%9F%98%80",
        "/%ff, /%ff",
        "/%c3x, /%c3x",
        "/%ed%a0%80, /%ed%a0%80",
        "/a%3Fb, /a%3Fb",
        "/a%23b, /a%23b",
        "/a%5Cb, /a%5Cb",
        "/a\"<>^`{}b, /a%22%3C%3E%5E%60%7B%7Db",
        "/a//b, /a//b",
        "/a/, /a/",
        "/a;b=c, /a;b=c",
        "'/!$&()*+,-.:;=@_~', '/!$&()*+,-.:;=@_~'"
    })
    void aPathIsDecodedAndEncodedAgain(String sent, String seen) throws IOException {
        RawAnswer answer = http.get(sent);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.lines()).contains("GET " + host.address() + seen + " by ZEcho");
    }

    /** Jetty answers these with 400 before anybody can look at them. */
    @ParameterizedTest
    @CsvSource({"/100%, /100%25", "/%zz, /%25zz"})
    void aPathWithALonePercentSignIsLegalToo(String sent, String seen) {
        assertThat(HostPath.of(sent)).map(HostPath::encoded).contains(seen);
    }

    @ParameterizedTest
    @CsvSource({"//a, 404", "//, 404", "/a%00b, 400", "/é, 400"})
    void aPathIsRefused(String sent, int status) throws IOException {
        assertThat(http.get(sent).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2541b?x=1%7C|&y=", "/a/../%41", "/plain", "/a/b?"})
    void theHeaderOfTheFrontEndHasTheUrlAsReceived(String sent) throws IOException {
        assertThat(http.get(sent, "X-WAWS-Unencoded-URL: /forged").lines())
                .contains("header x-waws-unencoded-url=" + sent);
    }

    @Test
    void withoutTheFrontEndItsHeaderIsTheClients() throws Exception {
        try (FunctionsHost bare = FunctionsHost.start(Samples.app(new Journal()), options.withUnencodedUrl(false))) {
            RawHttp bareHttp = new RawHttp(bare.address());

            assertThat(bareHttp.get("/a").body()).doesNotContain("unencoded");
            assertThat(bareHttp.get("/a", "X-WAWS-Unencoded-URL: /forged").lines())
                    .contains("header x-waws-unencoded-url=/forged");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a=1, a=1",
        "a=1&A=2&a=3, 'a=1,2,3'",
        "'a=1,2&a=3', 'a=1,2,3'",
        "a=x+y%2Bz, a=x y+z",
        "a=100%, a=100%",
        "a=&a=1, a=1"
    })
    void queryValuesAreJoined(String query, String seen) throws IOException {
        assertThat(http.get("/?" + query).lines().stream().filter(line -> line.startsWith("query ")))
                .containsExactly("query " + seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=", "a", "", "a=&a="})
    void emptyQueryValuesAreLost(String query) throws IOException {
        assertThat(http.get("/?" + query).body()).doesNotContain("query ");
    }

    @ParameterizedTest
    @CsvSource({"q=a|b, throws", "q={x}, throws", "q=%7C&r=%zz, throws"})
    void theUrlOfSomeQueriesCannotBeRead(String query, String seen) throws IOException {
        assertThat(http.get("/a?" + query).lines()).contains("GET " + seen + " by ZEcho");
    }

    @Test
    void theQueryInTheUrlIsRaw() throws IOException {
        assertThat(http.get("/a?x=%41&x=+&y=").lines()).contains("GET " + host.address() + "/a?x=%41&x=+&y= by ZEcho");
    }

    @Test
    void headerNamesAreInLowerCaseAndRepeatsAreJoined() throws IOException {
        assertThat(http.get("/", "X-One: a", "x-one: b,c", "X-Empty:").lines())
                .contains("header x-one=a,b,c")
                .contains("header x-empty=");
    }

    @ParameterizedTest
    @CsvSource({
        "application/octet-stream, true",
        "multipart/form-data; boundary=x, true",
        "application/json, false",
        "image/png, false",
        "'', false"
    })
    void onlySomeBodiesComeAsBytes(String type, boolean unharmed) throws IOException {
        byte[] body = {'a', (byte) 0xFF};

        RawAnswer answer = http.send("PUT", "/", body, "Content-Type: " + type);

        assertThat(answer.body().endsWith("body a\u00C3\u00BF")).isEqualTo(unharmed);
    }

    @Test
    void aBodyInChunksIsLost() throws IOException {
        byte[] body = "hello".getBytes(StandardCharsets.UTF_8);

        assertThat(http.sendChunked("PUT", "/", body).lines()).contains("body none");
        assertThat(http.send("PUT", "/", body).lines()).contains("body hello");
        assertThat(http.send("PUT", "/", new byte[0]).lines()).contains("body none");
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws IOException {
        assertThat(http.announce("PUT", "/", 100 * 1024 * 1024 + 1).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"POST, /answers/x, 200", "POST, /ANSWERS/x, 200", "PUT, /answers/x, 200", "BREW, /answers/x, 500"})
    void theFirstFunctionByNameThatFitsAnswers(String method, String path, int status) throws IOException {
        RawAnswer answer = http.send(method, path, new byte[0]);

        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.body().contains("ZEcho")).isEqualTo(!method.equals("POST"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text, 200, text/plain; charset=utf-8, text",
        "json, 200, application/json; charset=utf-8, {}",
        "json bytes, 200, application/json, {}",
        "bytes, 200, application/octet-stream, \u00FE\u00FF",
        "null, 204, , ''",
        "exception, 500, , ''"
    })
    void anAnswerGoesOut(String asked, int status, String type, String body) throws IOException {
        RawAnswer answer = http.send("POST", "/answers/a", asked.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo(type == null ? List.of() : List.of(type));
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void onlyOneCookieIsSet() throws IOException {
        RawAnswer answer = http.send("POST", "/answers/a", "two cookies".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.header("Set-Cookie")).containsExactly("b=2");
    }
}
