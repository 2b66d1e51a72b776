package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.testing.ChecksumsOf;
import dev.fileapi.files.verification.VerifyVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An old version of a file is made the latest again. */
class PromotionTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @RegisterExtension
    static final WebApi awaiting = new WebApi()
            .with("fileapi.files.checksum.inline.bytes", 1)
            .with("fileapi.files.checksum.awaited.in", "all");

    @Test
    void theFileIsAnsweredAtItsNewVersion() {
        Answer first = version(api, "promote/a.txt", "first");
        Answer second = version(api, "promote/a.txt", "second");

        Answer promoted = promote(first, Map.of());

        assertThat(promoted.status()).as(promoted.toString()).isEqualTo(200);
        assertThat(Long.parseLong(promoted.text("version_id")))
                .isGreaterThan(Long.parseLong(second.text("version_id")));
        assertThat(api.get(promoted.text("download"))).isEqualTo("first".getBytes(UTF_8));
        assertThat(promoted.json().at("/tags").toString()).isEqualTo("{\"content\":\"first\"}");
        assertThat(promoted.text("content_type")).isEqualTo("text/csv");
        assertThat(promoted.text("source_modified_at")).isEqualTo("2024-01-31T12:00:00Z");
        assertThat(promoted.json().at("/metadata/job").asText()).isEqualTo("7");
        assertThat(promoted.header("ETag")).startsWith("W/");
        assertThat(promoted.header("Repr-Digest")).startsWith("sha-256=:");
        assertThat(promoted.header("Cache-Control")).isEqualTo("no-store");
        Answer now = api.call("GET", "/files/path/promote/a.txt?include_versions=true");
        assertThat(now.text("version_id")).isEqualTo(promoted.text("version_id"));
        assertThat(now.json().at("/versions")).hasSize(3);
    }

    @Test
    void theLatestVersionIsAnsweredAsItIs() {
        Answer only = version(api, "promote/latest.txt", "only");

        Answer promoted = promote(only, Map.of());

        assertThat(promoted.status()).isEqualTo(200);
        assertThat(promoted.text("version_id")).isEqualTo(only.text("version_id"));
    }

    @Test
    void onConditionsAndWithAKey() {
        Answer first = version(api, "promote/condition.txt", "first");
        version(api, "promote/condition.txt", "second");
        String etag = api.call("GET", "/files/path/promote/condition.txt").text("etag");

        assertThat(promote(first, Map.of("if-match", "\"another\"")).problem())
                .isEqualTo("412 /files/precondition-failed");
        assertThat(promote(first, Map.of("if-none-match", "*")).problem()).isEqualTo("412 /files/precondition-failed");
        assertThat(promote(first, Map.of("if-match", "another")).problem()).isEqualTo("422 /validation");
        assertThat(promote(first, Map.of("idempotency-key", "x".repeat(256))).problem())
                .isEqualTo("422 /validation");
        Answer promoted = promote(first, Map.of("if-match", etag, "idempotency-key", "key"));
        assertThat(promoted.status()).isEqualTo(200);
        Answer again = promote(first, Map.of("if-match", etag, "idempotency-key", "key"));
        assertThat(again.text("version_id")).isEqualTo(promoted.text("version_id"));
        assertThat(promote(first, Map.of("if-match", etag)).problem()).isEqualTo("412 /files/precondition-failed");
    }

    /** Where bytes appear after they were read, so does a copy. */
    @Test
    void aCopyThatIsReadFirstIsAnsweredAsAnUploadInProgress() {
        Answer first = verified("promote/awaited.txt", "first");
        verified("promote/awaited.txt", "second");

        Answer accepted = promote(awaiting, first, Map.of());

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        assertThat(accepted.text("state")).isEqualTo("pending");
        assertThat(accepted.json().at("/size").asLong()).isEqualTo(5);
        Answer followed =
                awaiting.call("GET", "/files/" + first.text("file_id") + "/uploads/" + accepted.text("version_id"));
        assertThat(followed.text("state")).isEqualTo("pending");
        assertThat(awaiting.call("GET", "/files/path/promote/awaited.txt").text("version_id"))
                .isNotEqualTo(accepted.text("version_id"));
        verify();
        Answer now = awaiting.call("GET", "/files/path/promote/awaited.txt");
        assertThat(now.text("version_id")).isEqualTo(accepted.text("version_id"));
        assertThat(now.text("verification")).isEqualTo("verified");
    }

    @Test
    void whatIsNotAVersionOfALiveFileIsRefused() {
        Answer file = version(api, "promote/refused.txt", "bytes");
        Answer pending = api.call("PUT", "/files/path/promote/refused.txt");
        String files = "/files/" + file.text("file_id") + "/versions/";

        assertThat(promote(pending, Map.of()).problem()).isEqualTo("404 /files/not-found");
        assertThat(api.call("POST", files + "1/promote").problem()).isEqualTo("404 /files/not-found");
        assertThat(api.call("POST", files + "one/promote").problem()).isEqualTo("422 /validation");
        assertThat(api.call("POST", "/files/" + UUID.randomUUID() + "/versions/1/promote")
                        .problem())
                .isEqualTo("404 /files/not-found");
        assertThat(api.call("DELETE", "/files/" + file.text("file_id")).status())
                .isEqualTo(204);
        assertThat(promote(file, Map.of()).problem()).isEqualTo("410 /files/gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void itIsAPost(String method) {
        Answer file = version(api, "promote/method.txt", "bytes");

        Answer refused = api.call(method, address(file));

        assertThat(refused.problem()).isEqualTo("405 /bad-request");
        assertThat(refused.header("Allow")).contains("POST");
    }

    @Test
    void itNeedsAnEditor() {
        Answer file = version(api, "promote/viewer.txt", "bytes");

        assertThat(promote(file, Map.of("authorization", "Bearer " + api.token(Role.VIEWER)))
                        .problem())
                .isEqualTo("403 /auth/insufficient-role");
        assertThat(api.send("POST", api.address(address(file)), Map.of(), Optional.empty())
                        .problem())
                .isEqualTo("401 /auth/missing-token");
    }

    private static Answer promote(Answer version, Map<String, String> headers) {
        return promote(api, version, headers);
    }

    private static Answer promote(WebApi service, Answer version, Map<String, String> headers) {
        return service.call("POST", address(version), new HashMap<>(headers));
    }

    private static String address(Answer version) {
        return "/files/" + version.text("file_id") + "/versions/" + version.text("version_id") + "/promote";
    }

    /** A version whose checksum was told. */
    private static Answer verified(String path, String content) {
        String sha256 = ChecksumsOf.value(content, ChecksumAlgorithm.SHA_256);
        Answer link = awaiting.json(
                "PUT",
                "/files/path/" + path,
                "{\"checksum\": {\"algorithm\": \"sha-256\", \"value\": \"" + sha256 + "\"}}");
        assertThat(awaiting.put(link.text("upload"), content.getBytes(UTF_8))).isEqualTo(201);
        awaiting.call("GET", "/files/path/" + path);
        verify();
        assertThat(awaiting.call("GET", "/files/path/" + path).text("version_id"))
                .isEqualTo(link.text("version_id"));
        return link;
    }

    private static void verify() {
        awaiting.instances().getInstance(VerifyVersions.class).run(Instant.now().plus(Duration.ofMinutes(1)));
    }

    private static Answer version(WebApi service, String path, String content) {
        Answer link = service.json(
                "PUT",
                "/files/path/" + path,
                "{\"tags\": {\"content\": \"" + content
                        + "\"}, \"content_type\": \"text/csv\", \"modified_at\": \"2024-01-31T12:00:00Z\", \"metadata\": {\"job\": \"7\"}}");
        assertThat(service.put(link.text("upload"), content.getBytes(UTF_8))).isEqualTo(201);
        assertThat(service.call("GET", "/files/path/" + path).text("version_id"))
                .isEqualTo(link.text("version_id"));
        return link;
    }
}
