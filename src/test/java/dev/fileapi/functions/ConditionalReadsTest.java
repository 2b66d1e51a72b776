package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.PostgreSql;
import dev.fileapi.local.cosmos.CosmosEmulator;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A caller that has seen a file as it is shown now is told so (RFC 9110, section 13.1.2), on every store. */
class ConditionalReadsTest {

    private static final CosmosEmulator cosmos = CosmosEmulator.start(Clock.systemUTC());

    @RegisterExtension
    static final WebApi onH2 = new WebApi();

    @RegisterExtension
    static final WebApi onPostgreSql =
            new WebApi().with("fileapi.jdbc.url", PostgreSql.shared().newDatabase());

    @RegisterExtension
    static final WebApi onCosmos = new WebApi().withAll(EmulatedAccount.properties(cosmos));

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    static Stream<WebApi> stores() {
        return Stream.of(onH2, onPostgreSql, onCosmos);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aFileThatWasSeenAsItIsIsNotSentAgain(WebApi api) {
        String byPath = "/files/path/" + newPath();
        String byId = "/files/" + upload(api, byPath, "first");
        String etag = etag(api, byPath);

        assertThat(etag).matches("W/\"[\\w-]{22}\"");
        for (String address : List.of(byPath, byId)) {
            for (String header : List.of(etag, etag.substring(2), "\"a\", " + etag + ",W/\"b,c\"", "*", " * ")) {
                for (String method : List.of("GET", "HEAD")) {
                    Answer same = api.call(method, address, Map.of("if-none-match", header));

                    assertThat(same.status()).as(header).isEqualTo(304);
                    assertThat(same.body()).isEmpty();
                    assertThat(same.header("ETag")).isEqualTo(etag);
                    assertThat(same.header("Cache-Control")).isEqualTo("no-store");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anotherTagOrOneThatCannotBeReadGetsTheFile(WebApi api) {
        String byPath = "/files/path/" + newPath();
        upload(api, byPath, "first");
        String etag = etag(api, byPath);
        String version = api.call("GET", byPath).text("etag");

        for (String header : List.of(
                "\"a\"", version, "", ",", etag.substring(3), etag.replace("\"", ""), "**", "W/", "\"" + etag + "\"")) {
            Answer file = api.call("GET", byPath, Map.of("if-none-match", header));

            assertThat(file.status()).as(header).isEqualTo(200);
            assertThat(file.header("ETag")).isEqualTo(etag);
            assertThat(file.text("download")).contains("sig=");
        }
    }

    /** Each shown state has a tag of its own; one that comes back has its old one. */
    @ParameterizedTest
    @MethodSource("stores")
    void theTagChangesWithAllThatIsShown(WebApi api) {
        String path = newPath();
        String byPath = "/files/path/" + path;
        Answer late = api.call("PUT", byPath);
        String byId = "/files/" + upload(api, byPath, "first");
        String all = byId + "?deleted=true&include_versions=true";
        Set<String> tags = new HashSet<>();

        assertThat(tags.add(etag(api, byId))).isTrue();
        assertThat(tags.add(etag(api, all))).as("with its versions").isTrue();
        String live = etag(api, byId + "?deleted=true");
        assertThat(tags).contains(live);

        api.put(late.text("upload"), "late".getBytes(UTF_8));
        assertThat(etag(api, byId)).as("an older version is not shown").isEqualTo(live);
        assertThat(tags.add(etag(api, all))).as("but with the others").isTrue();

        api.call("DELETE", byId);
        assertThat(tags.add(etag(api, byId + "?deleted=true"))).as("deleted").isTrue();
        api.call("PUT", byId + "?deleted=false");
        assertThat(etag(api, byId)).as("restored").isEqualTo(live);

        api.call("DELETE", byId);
        upload(api, byPath, "other");
        assertThat(api.call("PUT", byId + "?deleted=false").status()).isEqualTo(303);
        assertThat(tags.add(etag(api, byId))).as("another name").isTrue();
        assertThat(tags.add(etag(api, byPath))).as("another file").isTrue();

        upload(api, byPath, "other");
        assertThat(tags.add(etag(api, byPath))).as("another version").isTrue();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anUploadThatNothingToldOfIsNoticedFirst(WebApi api) {
        String byPath = "/files/path/" + newPath();
        upload(api, byPath, "first");
        String etag = etag(api, byPath);
        upload(api, byPath, "second");

        Answer changed = api.call("GET", byPath, Map.of("if-none-match", etag));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("size")).isEqualTo("6");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theTagIsNotOneToChangeTheFileBy(WebApi api) {
        String byPath = "/files/path/" + newPath();
        upload(api, byPath, "first");

        Answer refusal = api.call("DELETE", byPath, Map.of("if-match", etag(api, byPath)));

        assertThat(refusal.problem()).isEqualTo("422 /validation");
        assertThat(refusal.text("detail")).contains("as a file's etag is");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whatIsNotThereIsNotFoundWhateverWasSeen(WebApi api) {
        assertThat(api.call("GET", "/files/path/" + newPath(), Map.of("if-none-match", "*"))
                        .problem())
                .isEqualTo("404 /files/not-found");
    }

    /** Sends the bytes, of which no event tells; returns the file's id. */
    private static String upload(WebApi api, String byPath, String bytes) {
        Answer link = api.call("PUT", byPath);
        assertThat(api.put(link.text("upload"), bytes.getBytes(UTF_8))).isEqualTo(201);
        return link.text("file_id");
    }

    private static String etag(WebApi api, String address) {
        return api.call("GET", address).header("ETag");
    }

    private static String newPath() {
        return UUID.randomUUID() + ".txt";
    }
}
