package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadCeilingsTest {

    @RegisterExtension
    static final WebApi api = new WebApi()
            .with("fileapi.files.max-uploads-per-file", 2)
            .with("fileapi.files.max-uploads-per-workspace", 5)
            .with("fileapi.http.batch-parallelism", 1);

    @Test
    void aLinkBeyondTheCeilingSaysWhenToTryAgain() {
        api.call("PUT", "/files/path/a.txt");
        Answer second = api.call("PUT", "/files/path/a.txt");

        Answer refused = api.call("PUT", "/files/path/a.txt");

        assertThat(refused.problem()).isEqualTo("429 /bad-request");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.text("detail")).contains("2 uploads in progress");
        assertThat(api.call("PUT", "/files/path/a.txt?version_id=" + second.text("version_id"))
                        .status())
                .isEqualTo(200);

        JsonNode batch = api.post("/uploads", "{\"paths\": [\"a.txt\", \"b.txt\", \"c.txt\", \"d.txt\", \"e.txt\"]}")
                .json()
                .at("/uploads");
        assertThat(batch.at("/0/problem/status").asInt()).isEqualTo(429);
        assertThat(batch.at("/1/upload").isTextual()).isTrue();
        assertThat(batch.at("/2/upload").isTextual()).isTrue();
        assertThat(batch.at("/3/upload").isTextual()).isTrue();
        assertThat(batch.at("/4/problem/detail").asText()).contains("The workspace has 5 uploads in progress");
    }
}
