package dev.fileapi.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an uploader can tell of a file, and what is refused of it. */
class DeclarationFieldsTest {

    private static final String SHA_256_OF_NOTHING = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String MD5_OF_NOTHING = "1B2M2Y8AsgTpgAmY7PhCfg==";

    @Test
    void allThatCanBeToldIsRead() {
        Declaration all =
                read("{'size': 5, 'checksum': {'algorithm': 'sha-256', 'value': '" + SHA_256_OF_NOTHING + "'},"
                        + " 'content_type': 'text/csv', 'modified_at': '2024-01-31T12:00:00.1234567+02:00',"
                        + " 'tags': {'site': 'north'}, 'metadata': {'job': '7'}, 'unknown': [1]}");

        assertThat(all)
                .isEqualTo(new Declaration(
                        5L,
                        Checksums.NONE.with(ChecksumAlgorithm.SHA_256, SHA_256_OF_NOTHING),
                        "text/csv",
                        Instant.parse("2024-01-31T10:00:00.123456Z"),
                        Map.of("site", "north"),
                        Map.of("job", "7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'size': null, 'checksum': null, 'content_type': null, 'modified_at': null, 'tags': null, 'metadata': null}",
                "{'checksum': [], 'Size': 5, 'contentType': 'text/csv'}"
            })
    void whatIsNotToldStaysUntold(String body) {
        assertThat(read(body)).isEqualTo(Declaration.NONE);
    }

    /** They are kept by those that are not told. */
    @Test
    void noTagsAreToldByAnEmptyObject() {
        assertThat(read("{'tags': {}}").tags()).isEmpty();
        assertThat(read("{}").tags()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2_147_483_648L, 209_715_200_000_000L})
    void aSizeIsUpToThatOfTheLargestBlob(long size) {
        assertThat(read("{'size': " + size + "}").size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-99999999999999999999",
                "99999999999999999999",
                "209715200000001",
                "1.5",
                "1.0",
                "1e3",
                "1e999",
                "'5'",
                "true",
                "[5]",
                "{}"
            })
    void anotherSizeIsRefused(String size) {
        assertRefused("{'size': " + size + "}", "size: ");
    }

    @Test
    void checksumsBySeveralAlgorithmsAreAList() {
        Declaration told = read("{'checksum': [{'algorithm': 'md5', 'value': '" + MD5_OF_NOTHING
                + "'}, {'algorithm': 'crc64nvme', 'value': 'AAAAAAAAAAA=', 'note': 1}]}");

        assertThat(told.checksums().values())
                .isEqualTo(Map.of(ChecksumAlgorithm.MD5, MD5_OF_NOTHING, ChecksumAlgorithm.CRC64NVME, "AAAAAAAAAAA="));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'abc'                                                        | object
            5                                                            | object
            {}                                                           | object
            ['md5']                                                      | object
            {'algorithm': 'md5'}                                         | object
            {'algorithm': 'md5', 'value': 5}                             | object
            {'algorithm': 'md5', 'value': null}                          | object
            {'algorithm': 'sha1', 'value': 'AAAA'}                       | sha-256, md5, crc64nvme
            {'algorithm': 'SHA-256', 'value': 'AAAA'}                    | sha-256, md5, crc64nvme
            {'algorithm': 'md5', 'value': ''}                            | 16 bytes in base64
            {'algorithm': 'md5', 'value': '1B2M2Y8AsgTpgAmY7PhCfg'}      | 16 bytes in base64
            {'algorithm': 'md5', 'value': '1B2M2Y8AsgTpgAmY7PhCfh=='}    | 16 bytes in base64
            {'algorithm': 'md5', 'value': 'd41d8cd98f00b204e9800998ecf8427e'} | 16 bytes in base64
            {'algorithm': 'crc64nvme', 'value': 'AAAAAAAAAA-='}          | 8 bytes in base64
            [{'algorithm': 'crc64nvme', 'value': 'AAAAAAAAAAA='}, {'algorithm': 'crc64nvme', 'value': 'AAAAAAAAAAA='}] | twice
            """)
    void anotherChecksumIsRefused(String checksum, String because) {
        assertRefused("{'checksum': " + checksum + "}", "checksum: ", because);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/plain; charset=utf-8",
                "text/plain;charset=\\\"utf-8\\\" ; format=flowed",
                "application/vnd.a+b.c_d!#$%&^`|~*'",
                "multipart/form-data; boundary=\\\"a \\\\\\\" b\\\"",
                "text/plain;"
            })
    void aContentTypeIsAMediaType(String type) {
        assertThat(read("{\"content_type\": \"" + type + "\"}").contentType())
                .isEqualTo(type.replace("\\\"", "\"").replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"text\"",
                "\"text/\"",
                "\"/csv\"",
                "\"text/csv/x\"",
                "\"text /csv\"",
                "\" text/csv\"",
                "\"text/csv, text/html\"",
                "\"text/csv; charset\"",
                "\"text/csv; charset=\"",
                "\"text/csv; charset = utf-8\"",
                "\"text/csv; a=\\\"b\"",
                "\"text/csv\\r\\nX-Header: 1\"",
                "\"text/csv\\u0000\"",
                "\"text/c\\u00e4v\"",
                "\"text/plain; a=\\\"\\u00e4\\\"\"",
                "5"
            })
    void anotherContentTypeIsRefused(String type) {
        assertRefused("{\"content_type\": " + type + "}", "content_type: ");
    }

    @Test
    void aContentTypeHasAtMost255Characters() {
        String longest = "text/" + "x".repeat(250);

        assertThat(read("{'content_type': '" + longest + "'}").contentType()).isEqualTo(longest);
        assertRefused("{'content_type': '" + longest + "x'}", "content_type: ", "255");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2024-01-31t12:00:00z, 2024-01-31T12:00:00Z",
        "2024-01-31T12:00:00.5-00:00, 2024-01-31T12:00:00.5Z",
        "1601-01-01T00:00:00Z, 1601-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void aSourcesTimeHasAnOffset(String written, Instant read) {
        assertThat(read("{'modified_at': '" + written + "'}").modifiedAt()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'2024-01-31'",
                "'2024-01-31T12:00:00'",
                "'2024-01-31 12:00:00Z'",
                "'2024-01-31T12:00Z'",
                "'2023-02-29T12:00:00Z'",
                "'2024-01-31T24:30:00Z'",
                "'2024-01-31T12:00:00+25:00'",
                "'1600-12-31T23:59:59Z'",
                "'9999-12-31T23:59:59-00:01'",
                "'Wed, 31 Jan 2024 12:00:00 GMT'",
                "1706702400"
            })
    void anotherTimeIsRefused(String time) {
        assertRefused("{'modified_at': " + time + "}", "modified_at: ");
    }

    @Test
    void tagsAreUpToFiftyShortPairs() {
        assertThat(read("{'tags': " + pairs(50) + "}").tags()).hasSize(50);
        assertRefused("{'tags': " + pairs(51) + "}", "tags: ", "at most 50");
        assertThat(read("{'tags': {'" + "\uD83D\uDE00".repeat(128) + "': '" + "v".repeat(256) + "'}}")
                        .tags())
                .hasSize(1);
        assertRefused("{'tags': {'" + "k".repeat(129) + "': ''}}", "tags: ", "1 to 128");
        assertRefused("{'tags': {'': 'v'}}", "tags: ", "1 to 128");
        assertRefused("{'tags': {'k': '" + "v".repeat(257) + "'}}", "tags: ", "at most 256");
        assertRefused("{'tags': {'a:b': 'v'}}", "tags: ", "':'");
    }

    @Test
    void tagsAreSmallTogether() {
        String fifteen = IntStream.range(10, 25)
                .mapToObj(key -> "'" + key + "': '" + "v".repeat(256) + "'")
                .collect(Collectors.joining(", "));

        assertThat(read("{'tags': {" + fifteen + ", 'k': '" + "v".repeat(225) + "'}}")
                        .tags())
                .hasSize(16);
        assertRefused("{'tags': {" + fifteen + ", 'k': '" + "v".repeat(226) + "'}}", "tags: ", "4096 bytes");
        assertRefused("{'tags': {" + fifteen + ", 'k': '" + "\u00e4".repeat(113) + "'}}", "tags: ", "4096 bytes");
    }

    @Test
    void metadataIsSmallTogether() {
        assertThat(read("{'metadata': {'a:b': '" + "v".repeat(2_045) + "'}}").metadata())
                .hasSize(1);
        assertRefused("{'metadata': {'a:b': '" + "v".repeat(2_046) + "'}}", "metadata: ", "2048 bytes");
        assertRefused("{'metadata': {'': 'v'}}", "metadata: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "'a'",
                "['a']",
                "{'a': 1}",
                "{'a': null}",
                "{'a': true}",
                "{'a': {}}",
                "{'a': 'line\\nfeed'}",
                "{'tab\\t': ''}",
                "{'a': '\\u0000'}",
                "{'a': '\\u0085'}",
                "{'a': '\\ud83d'}",
                "{'a': '\\ude00\\ud83d'}"
            })
    void tagsAndMetadataOfAnotherFormAreRefused(String pairs) {
        assertRefused("{'tags': " + pairs + "}", "tags: ");
        assertRefused("{'metadata': " + pairs + "}", "metadata: ");
    }

    private static String pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(key -> "'" + key + "': ''")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static void assertRefused(String body, String... parts) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(ValidationException.class)
                .hasMessageStartingWith(parts[0])
                .hasMessageContaining(parts[parts.length - 1]);
    }

    /** Apostrophes stand for quotation marks. */
    private static Declaration read(String body) {
        String json = body.contains("\"") ? body : body.replace('\'', '"');
        try {
            return DeclarationFields.read(JsonMapper.createDefault().readValue(json, JsonNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
