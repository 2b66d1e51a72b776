package dev.fileapi.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is, byte by byte, what the serializers of the records write. */
class ListFilesWriterTest {

    private static final UUID ID = UUID.fromString("0123abcd-ef45-4678-89ab-00cdef012345");
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final UserInfo USER = new UserInfo(ID, "Ada", "ada@example.com");
    private static final ShownDetails NONE =
            new ShownDetails(Map.of(), "unverified", "text/csv", null, Map.of(), Map.of());

    private static ApplicationContext context;

    @BeforeAll
    static void start() {
        context = ApplicationContext.run(Map.of(
                "fileapi.blobs.connection-string", "UseDevelopmentStorage=true",
                "micronaut.serde.serialization.inclusion", "ALWAYS"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aPageOfFiles() {
        assertIsWrittenAsItsRecordIs(page(List.of(file("a.csv", USER, null, NONE), file("b.csv", USER, null, NONE))));
    }

    @Test
    void aDeletedFileWithAllThatIsKnownOfIt() {
        ShownDetails details = new ShownDetails(
                Map.of("sha-256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
                "verified",
                "text/csv",
                TIME,
                Map.of("stage \"1\"", "raw\\new"),
                Map.of("ä", "𝄞\n"));

        assertIsWrittenAsItsRecordIs(page(List.of(file("a.csv", USER, TIME, details))));
    }

    @Test
    void whatIsNotKnownIsNull() {
        ShownDetails unknown = new ShownDetails(Map.of(), "unverified", null, null, Map.of(), Map.of());

        assertIsWrittenAsItsRecordIs(page(
                List.of(file("a.csv", new UserInfo(new UUID(0, 0), null, null), null, unknown))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quoted \"name\".txt",
                "back\\slash",
                "tab\tand\u0001",
                "Grüße/日本語.txt",
                "𝄞 clef",
                "a/\u007f\u2028"
            })
    void anyText(String text) {
        assertIsWrittenAsItsRecordIs(page(List.of(file(text, new UserInfo(ID, text, text), TIME, NONE))));
    }

    @Test
    void aPageOfFoldersAmongOthers() {
        assertIsWrittenAsItsRecordIs(new ListFilesResponse(
                List.of(),
                List.of("a/", "ü \"b\"/"),
                2,
                null,
                50,
                null,
                new ListFilesResponse.PageLinks(
                        URI.create("https://example.com/files?limit=50"),
                        URI.create("https://example.com/files?cursor=%22"),
                        URI.create("https://example.com/files?offset=0"))));
    }

    private static ListFilesResponse page(List<ListedFile> files) {
        return new ListFilesResponse(
                files,
                null,
                files.size(),
                12_345L,
                100,
                0L,
                new ListFilesResponse.PageLinks(URI.create("https://example.com/files"), null, null));
    }

    private static ListedFile file(String name, UserInfo user, @Nullable Instant deletedAt, ShownDetails details) {
        return new ListedFile(
                name,
                "folder/" + name,
                UUID.randomUUID(),
                "1772600767123456789",
                Long.MAX_VALUE,
                "\"0x8DC\"",
                TIME,
                user,
                Instant.EPOCH,
                user,
                deletedAt,
                deletedAt == null ? null : user,
                new ListedFile.FileLinks("https://example.com/files/1?version_id=2"),
                details);
    }

    private static void assertIsWrittenAsItsRecordIs(ListFilesResponse page) {
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ListFilesWriter.write(page, written);
            assertThat(written.toString(StandardCharsets.UTF_8))
                    .isEqualTo(new String(
                            context.getBean(JsonMapper.class).writeValueAsBytes(page), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
