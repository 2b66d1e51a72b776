package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.access.Role;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is a problem document of the contract. */
class RefusalsTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /files/path/none.txt                    | 404 /files/not-found
            GET    | /files/path/none.txt?version_id=x       | 422 /validation
            GET    | /files/path/none.txt?version_id=99999999999999999999 | 422 /validation
            GET    | /files/path/none.txt?include_versions=1 | 422 /validation
            GET    | /files/nonsense                         | 422 /validation
            GET    | /files/1-1-1-1-1                        | 422 /validation
            GET    | /files/5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11 | 404 /files/not-found
            PUT    | /files/5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11 | 404 /files/not-found
            PUT    | /files/5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11?deleted=false | 404 /files/not-found
            PUT    | /files/5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11?deleted=True  | 422 /validation
            GET    | /files?limit=0                          | 422 /validation
            GET    | /files?limit=5001                       | 422 /validation
            GET    | /files?offset=-1                        | 422 /validation
            GET    | /files?offset=1&cursor=                 | 422 /validation
            GET    | /files?cursor=nonsense                  | 422 /validation
            GET    | /files?created_at=yesterday             | 422 /validation
            GET    | /files?author=me                        | 422 /validation
            GET    | /files?order_by=etag                    | 422 /validation
            GET    | /files?order_by=name,desc:name          | 422 /validation
            GET    | /files?order_by=name,size,created_at,modified_at | 422 /validation
            GET    | /files?size=-1                          | 422 /validation
            GET    | /files?size=1,gt:0                      | 422 /validation
            GET    | /files?size=gt:0&size=gt:1&size=lt:2    | 422 /validation
            GET    | /files?size=eq:1                        | 422 /validation
            GET    | /files?size=gt:1MB                      | 422 /validation
            GET    | /files?size=lt:9223372036854775808      | 422 /validation
            GET    | /files?tag=north                        | 422 /validation
            GET    | /files?tag=site:north&tag=site:south    | 422 /validation
            GET    | /files?checksum=md5                     | 422 /validation
            GET    | /files?checksum=sha-1:2jmj7l5rSw0yVb/vlWAYkK/YBwk= | 422 /validation
            GET    | /files?checksum=md5:AAAA                | 422 /validation
            GET    | /files?order_by=created_at,desc:created_at | 422 /validation
            GET    | /files?order_by=created_at&order_by=created_at | 422 /validation
            GET    | /files?order_by=created_at,modified_at,deleted_at,asc:created_at | 422 /validation
            GET    | /files?file_name=%FF                    | 422 /validation
            GET    | /elsewhere                              | 404 /bad-request
            PATCH  | /files                                  | 405 /bad-request
            POST   | /files/path/a                           | 405 /bad-request
            OPTIONS| /files                                  | 405 /bad-request
            """)
    void withItsStatusAndType(String method, String rest, String problem) {
        Answer refusal = api.call(method, rest);

        assertThat(refusal.problem()).as(refusal.toString()).isEqualTo(problem);
        assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refusal.json().fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "instance");
        assertThat(refusal.text("detail")).isNotBlank();
    }

    @Test
    void ofAWrongContentType() {
        Answer refusal = api.send(
                "POST",
                api.address("/uploads"),
                Map.of("authorization", "Bearer " + api.token(Role.EDITOR), "content-type", "text/plain"),
                Optional.of("{}"));

        assertThat(refusal.problem()).isEqualTo("415 /bad-request");
    }

    @Test
    void whateverIsAccepted() {
        for (String accept : new String[] {"application/problem+json", "text/html", "image/png", "nonsense", ""}) {
            assertThat(api.call("GET", "/files/path/none.txt", Map.of("accept", accept))
                            .problem())
                    .isEqualTo("404 /files/not-found");
            assertThat(api.call("GET", "/files", Map.of("accept", accept)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutAToken() {
        Answer refusal = api.send("GET", api.address("/files/nonsense"), Map.of(), Optional.empty());

        assertThat(refusal.problem()).isEqualTo("401 /auth/missing-token");
        assertThat(refusal.text("title")).isEqualTo("Access Denied.");
        assertThat(refusal.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void ofAnotherOrganisation() {
        String path = "/file/v2/orgs/" + UUID.randomUUID() + "/workspaces/"
                + api.workspace().workspaceId() + "/files";
        assertThat(as(Role.OWNER, "GET", path).problem()).isEqualTo("401 /auth/invalid-token");
    }

    @Test
    void ofTooLowARole() {
        Answer refusal = as(Role.VIEWER, "PUT", api.address("/files/path/a//b?version_id=x"));

        assertThat(refusal.problem()).isEqualTo("403 /auth/insufficient-role");
        assertThat(refusal.json().get("permitted_roles"))
                .extracting(role -> role.asText())
                .containsExactly("editor", "owner");
        assertThat(refusal.text("your_role")).isEqualTo("viewer");
    }

    @Test
    void ofNoRole() {
        Answer refusal = as(null, "GET", api.address("/files"));

        assertThat(refusal.problem()).isEqualTo("403 /auth/insufficient-role");
        assertThat(refusal.json().has("your_role")).isTrue();
        assertThat(refusal.json().get("your_role").isNull()).isTrue();
    }

    @Test
    void aViewerReadsAndAnEditorWrites() {
        assertThat(as(Role.VIEWER, "GET", api.address("/files")).status()).isEqualTo(200);
        assertThat(as(Role.VIEWER, "DELETE", api.address("/files/path/a")).status())
                .isEqualTo(403);
        assertThat(as(Role.VIEWER, "POST", api.address("/uploads")).status()).isEqualTo(403);
        assertThat(as(Role.OWNER, "DELETE", api.address("/files/path/a")).status())
                .isEqualTo(204);
    }

    @Test
    void whatWasDeletedIsGoneUntilRestored() {
        Answer file = UploadFileTest.uploaded(api, "r/report.csv", "1");
        String byId = "/files/" + file.text("file_id");
        assertThat(api.call("DELETE", "/files/path/r/report.csv").status()).isEqualTo(204);
        assertThat(api.call("DELETE", byId).status()).isEqualTo(204);

        assertThat(api.call("GET", "/files/path/r/report.csv").problem()).isEqualTo("404 /files/not-found");
        assertThat(api.call("GET", byId).problem()).isEqualTo("410 /files/gone");
        Answer shown = api.call("GET", byId + "?deleted=True");
        assertThat(shown.json().get("deleted_at").isTextual()).isTrue();
        assertThat(shown.text("self")).endsWith("&deleted=true");
        assertThat(api.call("PUT", byId + "?deleted=False").status()).isEqualTo(204);

        api.call("DELETE", byId);
        UploadFileTest.uploaded(api, "r/report.csv", "22");
        Answer beside = api.call("PUT", byId + "?deleted=false");
        assertThat(beside.status()).as(beside.toString()).isEqualTo(303);
        assertThat(beside.text("name")).isEqualTo("report (restored 1).csv");
        assertThat(beside.header("Location")).isEqualTo(beside.text("self")).startsWith(api.origin());
        assertThat(api.get(beside.text("download"))).isEqualTo("1".getBytes(UTF_8));
    }

    private static Answer as(@Nullable Role role, String method, String path) {
        return api.send(method, path, Map.of("authorization", "Bearer " + api.token(role)), Optional.empty());
    }
}
