package dev.fileapi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.TokenOrder;
import dev.fileapi.local.functions.RawHttp;
import dev.fileapi.local.functions.RawHttp.RawAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser asks before each call whether the page's origin may make it: the API for the link, the blob service for the bytes. */
class BrowserUploadTest {

    private static final String PAGE = "https://app.example.com";

    @RegisterExtension
    static final HostExtension HOST =
            HostExtension.with(HostOptions.inMemory().withSetting("FILEAPI_HTTP_CORS_ORIGINS", PAGE));

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final Caller caller = new Caller(
            HOST.host(),
            workspace,
            HOST.host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR)));

    @Test
    void anAllowedPageGetsALinkAndSendsItsBytes() throws IOException {
        URI api = HOST.host().workspace(workspace).resolve("files/path/a.txt");
        URI link = caller.upload("a.txt").link("upload");

        assertThat(preflight(api, PAGE, "authorization").header("Access-Control-Allow-Origin"))
                .containsExactly(PAGE);
        assertThat(preflight(link, PAGE, "content-type,x-ms-blob-type").header("Access-Control-Allow-Origin"))
                .containsExactly(PAGE);
        RawAnswer sent = new RawHttp(link)
                .send(
                        "PUT",
                        link.getRawPath() + "?" + link.getRawQuery(),
                        new byte[10],
                        "Origin: " + PAGE,
                        "x-ms-blob-type: BlockBlob");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.header("Access-Control-Allow-Origin")).containsExactly(PAGE);
        assertThat(caller.read("a.txt").at("size").asInt()).isEqualTo(10);
    }

    @Test
    void theDocumentationPageIsFilledInSoThatTryItOutWorks() throws IOException {
        JsonNode filledIn = new ObjectMapper().readTree(tryItOut().body());
        String files =
                "/file/v2/orgs/" + filledIn.at("/parameters/organisation_id").asText() + "/workspaces/"
                        + filledIn.at("/parameters/workspace_id").asText() + "/files";
        RawHttp http = new RawHttp(HOST.host().address());

        assertThat(http.get(
                                files,
                                "Authorization: Bearer " + filledIn.at("/token").asText())
                        .status())
                .isEqualTo(200);
        assertThat(tryItOut().header("Cache-Control")).containsExactly("no-store");
        assertThat(tryItOut("Origin: " + PAGE).body()).isEqualTo("{}");
    }

    @Test
    void anotherPageGetsNeither() throws IOException {
        URI api = HOST.host().workspace(workspace).resolve("files/path/b.txt");
        URI link = caller.upload("b.txt").link("upload");

        for (URI address : new URI[] {api, link}) {
            RawAnswer refusal = preflight(address, "https://evil.example.com", "authorization");
            assertThat(refusal.status()).isBetween(400, 499);
            assertThat(refusal.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    private static RawAnswer tryItOut(String... headers) throws IOException {
        return new RawHttp(HOST.host().address()).get("/file/docs/try-it-out.json", headers);
    }

    private static RawAnswer preflight(URI address, String origin, String headers) throws IOException {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new RawHttp(address)
                .send(
                        "OPTIONS",
                        address.getRawPath() + query,
                        new byte[0],
                        "Origin: " + origin,
                        "Access-Control-Request-Method: PUT",
                        "Access-Control-Request-Headers: " + headers);
    }
}
