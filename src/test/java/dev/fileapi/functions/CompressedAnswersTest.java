package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers in JSON of more than 1 KiB are compressed for callers that take gzip. */
class CompressedAnswersTest {

    private static final Map<String, String> GZIP = Map.of("accept-encoding", "gzip, deflate");
    private static final String ORIGIN = "https://app.example.com";

    @RegisterExtension
    static final WebApi api = new WebApi().with("fileapi.http.cors-origins", ORIGIN);

    @Test
    void areTheSameJson() {
        String plain = description(Map.of()).body();
        Answer answer = description(GZIP);

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.body()).isEqualTo(plain);
        assertThat(answer.header("Content-Length"))
                .isEqualTo(Integer.toString(answer.raw().body().length()));
        assertThat(answer.raw().body().length()).isLessThan(plain.length() / 3);
    }

    @Test
    void haveTheContentTypeOfOthers() {
        assertThat(description(GZIP).header("Content-Type"))
                .isEqualTo(description(Map.of()).header("Content-Type"));
    }

    @Test
    void areToldApartByCaches() {
        assertThat(description(GZIP).header("Vary")).isEqualTo("Origin, Accept-Encoding");
        assertThat(description(Map.of()).header("Vary")).isEqualTo("Origin, Accept-Encoding");
    }

    @Test
    void areNotSentToCallersThatDoNotTakeThem() {
        Answer answer = description(Map.of("accept-encoding", "gzip;q=0"));

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.raw().body()).startsWith("{");
    }

    @Test
    void holdLinksToo() {
        Answer batch = api.send(
                "POST",
                api.address("/uploads"),
                editor(Map.of("content-type", "application/json", "accept-encoding", "gzip")),
                Optional.of("{\"paths\": [\"a\", \"b\", \"c\", \"d\"]}"));

        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(batch.header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.put(batch.json().get("uploads").get(3).get("upload").asText(), new byte[1]))
                .isEqualTo(201);
    }

    @Test
    void mayBeProblems() {
        String unknown =
                IntStream.range(0, 200).mapToObj(i -> "unknown" + i + "=1").collect(Collectors.joining("&"));
        Answer problem = api.send(
                "GET",
                api.address("/files?" + unknown),
                editor(Map.of("prefer", "handling=strict", "accept-encoding", "gzip")),
                Optional.empty());

        assertThat(problem.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.problem()).isEqualTo("422 /validation");
    }

    @Test
    void areNoneOfTheSmallOnes() {
        Answer problem = api.call("GET", "/files/path/none.txt", GZIP);

        assertThat(problem.header("Content-Encoding")).isEmpty();
        assertThat(problem.header("Vary")).isEqualTo("Origin");
        assertThat(problem.problem()).isEqualTo("404 /files/not-found");
    }

    @Test
    void areNoneToHead() {
        Answer head = api.send("HEAD", "/file/openapi.json", GZIP, Optional.empty());

        assertThat(head.header("Content-Encoding")).isEmpty();
        assertThat(head.header("Vary")).isEqualTo("Origin, Accept-Encoding");
        assertThat(head.raw().body()).isEmpty();
    }

    @Test
    void areTaggedAsTheOthersAre() {
        String file = "/files/path/" + "long/".repeat(150) + "a.txt";
        api.put(api.call("PUT", file).text("upload"), new byte[1]);
        String tag = api.call("GET", file).header("ETag");
        Answer compressed = api.call("GET", file, GZIP);
        Answer unchanged = api.call("GET", file, Map.of("accept-encoding", "gzip", "if-none-match", tag));

        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.header("ETag")).isEqualTo(tag).startsWith("W/");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("Content-Encoding")).isEmpty();
        assertThat(unchanged.header("Vary")).isEqualTo("Origin, Accept-Encoding");
    }

    private static Answer description(Map<String, String> headers) {
        return api.send("GET", "/file/openapi.json", headers, Optional.empty());
    }

    private static Map<String, String> editor(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("authorization", "Bearer " + api.token(Role.EDITOR));
        return all;
    }
}
