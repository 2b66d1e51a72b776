package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages, filters and links of the list. */
class ListFilesTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    @BeforeAll
    static void upload() {
        for (String path : List.of("A/b/1.csv", "A/b/2.csv", "A/%C3%89a,+.txt", "top.csv", "z%25.txt")) {
            Answer link = api.call("PUT", "/files/path/" + path);
            assertThat(link.status()).as(link.toString()).isEqualTo(200);
            api.put(link.text("upload"), new byte[3]);
            api.call("GET", "/files/" + link.text("file_id"));
        }
        api.call("PUT", "/files/path/nascent.txt");
        api.call("DELETE", "/files/path/z%25.txt");
    }

    @Test
    void inItsForm() {
        JsonNode page = api.call("GET", "/files?limit=1").json();

        assertThat(page.fieldNames())
                .toIterable()
                .containsExactly("files", "count", "total", "limit", "offset", "links");
        assertThat(page.get("total").asInt()).isEqualTo(4);
        assertThat(page.get("files").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "path",
                        "file_id",
                        "version_id",
                        "size",
                        "etag",
                        "created_at",
                        "created_by",
                        "modified_at",
                        "modified_by",
                        "deleted_at",
                        "deleted_by",
                        "links",
                        "checksums",
                        "verification",
                        "content_type",
                        "source_modified_at",
                        "tags",
                        "metadata");
        assertThat(api.call("GET", "/files").json().get("limit").asInt()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file_name=.CSV                                   | 3
            file_name=%C3%A9a%2C%2B                          | 1
            file_name=%C4%B0a%2C                             | 0
            file_name=%C3%A9A%2C                             | 1
            deleted=True                                     | 1
            deleted=False                                    | 4
            created_at=gte:2020-01-01T00:00:00Z              | 4
            created_at=gte:2020-01-01T00:00:00%2B00:00       | 4
            created_at=gte:2020-01-01T00:00:00+00:00         | 4
            created_at=gt:2020-01-01&created_at=lt:2021-01-01| 0
            created_at=gt:2020-01-01,lt:2999-01-01           | 4
            modified_at=lt:2020-01-01T00:00                  | 0
            prefix=A/b/                                      | 2
            prefix=/A                                        | 3
            prefix=to                                        | 1
            prefix=/A/b/1                                    | 1
            prefix=A/E%CC%81                                 | 1
            prefix=a                                         | 0
            prefix=A&delimiter=/                             | 1
            author=5b3cbb6f-7d0b-4f0e-9a06-0d2c0e2f8d11      | 0
            order_by=desc:created_at,asc:modified_at         | 4
            order_by=desc:deleted_at,modified_at,created_at  | 4
            order_by=desc:name,size,asc:created_at           | 4
            order_by=size&order_by=desc:name                 | 4
            size=3                                           | 4
            size=gt:0&size=lte:1000                          | 4
            size=gt:0,lte:1000                               | 4
            size=gte:9223372036854775807                     | 0
            size=                                            | 4
            unknown=1&file_name=                             | 4
            """)
    void filtered(String query, int total) {
        Answer page = api.call("GET", "/files?" + query);

        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.json().get("total").asInt()).as(page.toString()).isEqualTo(total);
        assertThat(page.text("links")).isEmpty();
        assertThat(page.json().get("links").get("self").asText()).endsWith("/files?" + query);
    }

    @Test
    void inFolders() {
        JsonNode level = api.call("GET", "/files?delimiter=/").json();

        assertThat(level.get("folders")).extracting(JsonNode::asText).containsExactly("A/");
        assertThat(level.get("files"))
                .extracting(file -> file.get("name").asText())
                .containsExactly("top.csv");
    }

    @ParameterizedTest
    @CsvSource({"limit=1", "limit=1&cursor=", "limit=2", "limit=2&cursor="})
    void inFoldersPageByPage(String paging) {
        List<String> entries = new ArrayList<>();
        String next = api.origin() + api.address("/files?delimiter=/&" + paging);
        while (!next.equals("null")) {
            JsonNode page = follow(next);
            int count = page.get("folders").size() + page.get("files").size();
            assertThat(page.get("count").asInt())
                    .isEqualTo(count)
                    .isLessThanOrEqualTo(page.get("limit").asInt());
            assertThat(page.get("total").asText()).isEqualTo(paging.contains("cursor") ? "null" : "2");
            page.get("folders").forEach(folder -> entries.add(folder.asText()));
            page.get("files").forEach(file -> entries.add(file.get("name").asText()));
            next = page.get("links").get("next").asText();
        }

        assertThat(entries).containsExactly("A/", "top.csv");
    }

    @ParameterizedTest
    @CsvSource({"limit=2", "limit=2&cursor="})
    void pageByPage(String paging) {
        List<String> names = new ArrayList<>();
        String next = api.origin() + api.address("/files?file_name=%2E&" + paging);
        String last = next;
        while (!next.isEmpty()) {
            JsonNode page = follow(next);
            page.get("files").forEach(file -> names.add(file.get("name").asText()));
            last = next;
            next = page.get("links").path("next").asText("");
            next = next.equals("null") ? "" : next;
        }

        assertThat(names).containsExactlyInAnyOrder("1.csv", "2.csv", "Éa,+.txt", "top.csv");
        assertThat(last).contains("file_name=%2E").contains("limit=2");
        if (!paging.contains("cursor")) {
            assertThat(follow(follow(last).get("links").get("prev").asText())
                            .get("offset")
                            .asInt())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order_by=name                    | 1.csv 2.csv top.csv Éa,+.txt
            order_by=desc:name               | Éa,+.txt top.csv 2.csv 1.csv
            order_by=size,desc:name          | Éa,+.txt top.csv 2.csv 1.csv
            order_by=desc:size&order_by=name | 1.csv 2.csv top.csv Éa,+.txt
            order_by=desc:size               | 1.csv 2.csv Éa,+.txt top.csv
            """)
    void byNameAndSize(String order, String expected) {
        for (String paging : List.of("", "&limit=1", "&limit=3&cursor=")) {
            List<String> names = new ArrayList<>();
            String next = api.origin() + api.address("/files?" + order + paging);
            while (!next.equals("null")) {
                JsonNode page = follow(next);
                page.get("files").forEach(file -> names.add(file.get("name").asText()));
                next = page.get("links").get("next").asText();
            }

            assertThat(String.join(" ", names)).as(paging).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"limit=2&offset=100, 2", "limit=5&offset=9223372036854775807, 0", "limit=1&offset=4, 3"})
    void fromBeyondTheEndBackToTheLastFiles(String paging, int offset) {
        JsonNode beyond = api.call("GET", "/files?" + paging).json();
        assertThat(beyond.get("files")).isEmpty();
        assertThat(beyond.get("links").get("next").isNull()).isTrue();

        JsonNode before = follow(beyond.get("links").get("prev").asText());

        assertThat(before.get("offset").asInt()).isEqualTo(offset);
        assertThat(before.get("files")).isNotEmpty();
    }

    private static JsonNode follow(String link) {
        Answer page = api.send(
                "GET",
                link.substring(api.origin().length()),
                Map.of("authorization", "Bearer " + api.token(Role.VIEWER)),
                Optional.empty());
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.json();
    }
}
