package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** By a machine and in a browser, without a token and without anything from elsewhere. */
class DocumentationTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @RegisterExtension
    static final WebApi api = new WebApi();

    @Test
    void aMachineReadsAValidDescription() {
        Answer answer = open("/file/openapi.yaml");

        assertThat(answer.header("Content-Type")).startsWith("application/yaml");
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(answer.body(), null, null);
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths())
                .containsKey("/file/health_check")
                .hasSize(13);
    }

    @Test
    void theDescriptionIsServedAsJsonToo() {
        Answer json = open("/file/openapi.json");

        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(new OpenAPIV3Parser().readContents(json.body(), null, null).getOpenAPI())
                .isEqualTo(new OpenAPIV3Parser()
                        .readContents(open("/file/openapi.yaml").body(), null, null)
                        .getOpenAPI());
    }

    @Test
    void thePageIsFilledInByNothingButALocalHost() {
        assertThat(open("/file/docs/try-it-out.json").body()).isEqualTo("{}");
    }

    @Test
    void thePageAndAllThatItLoadsComeFromHere() {
        Answer page = open("/file/docs");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'");

        List<String> loaded = LOADED.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(url -> !url.startsWith("data:"))
                .toList();

        assertThat(loaded).hasSize(3).allMatch(url -> url.startsWith("/file/docs/"));
        for (String url : loaded) {
            Answer file = open(url);
            assertThat(file.header("Content-Type")).startsWith(url.endsWith(".css") ? "text/css" : "text/javascript");
            assertThat(file.body()).isNotBlank();
        }
    }

    @Test
    void nothingElseOfTheClassPathIsServed() {
        for (String url : List.of("/file/docs/index.html", "/file/docs/..%2Fbuild.properties", "/file/docs/none")) {
            assertThat(call(url).problem()).isEqualTo("404 /bad-request");
        }
    }

    private static Answer open(String url) {
        Answer answer = call(url);
        assertThat(answer.status()).as(url).isEqualTo(200);
        return answer;
    }

    private static Answer call(String url) {
        return api.send("GET", url, Map.of(), Optional.empty());
    }
}
