package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Health, without a token. */
class HealthCheckTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @RegisterExtension
    static final WebApi withoutBlobs = new WebApi()
            .with("fileapi.blobs.timeout", "PT1S")
            .with("fileapi.http.health-timeout", "PT2S")
            .with(
                    "fileapi.blobs.connection-string",
                    "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;");

    @Test
    void inAWord() {
        Answer health = health(api, "");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("pass");
        assertThat(health.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    void inFull() {
        Answer health = health(api, "?full=true");

        assertThat(health.json().fieldNames()).toIterable().containsExactly("status", "version");
        assertThat(health.text("version")).matches("\\d+\\.\\d+.*");
    }

    @Test
    void withDependencies() {
        Answer health = health(api, "?full=True&check_dependencies=True");

        assertThat(health.json().get("dependencies").toString())
                .isEqualTo("{\"blob_storage\":\"pass\",\"metadata_store\":\"pass\"}");
    }

    @Test
    void isDegradedWithoutBlobStorage() {
        Answer health = health(withoutBlobs, "?full=true&check_dependencies=true");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text("status")).isEqualTo("degraded");
        assertThat(health.json().get("dependencies").get("blob_storage").asText())
                .isEqualTo("fail");
        assertThat(health(withoutBlobs, "?strict=true").status()).isEqualTo(503);
        assertThat(health(api, "?strict=true").status()).isEqualTo(200);
    }

    private static Answer health(WebApi where, String query) {
        return where.send("GET", "/file/health_check" + query, Map.of(), Optional.empty());
    }
}
