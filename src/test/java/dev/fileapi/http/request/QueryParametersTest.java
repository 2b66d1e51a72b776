package dev.fileapi.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.store.Comparison;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.store.TimeBound;
import dev.fileapi.http.problem.ValidationException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries as the clients write them. */
class QueryParametersTest {

    @ParameterizedTest
    @CsvSource({
        "a=1, 1",
        "b=2&a=1, 1",
        "a=1&a=2, 2",
        "a=x%2Cy, 'x,y'",
        "'a=x,y', 'x,y'",
        "a=x+y%2Bz, x y+z",
        "a=%C3%A9, é",
        "a=1=2, 1=2",
        "a=, none",
        "a, none",
        "A=1, none",
        "'', none",
        "&&, none",
    })
    void aText(String query, String value) {
        assertThat(QueryParameters.parse(query).text("a").orElse("none")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31T12:00:00Z, 2024-01-31T12:00:00Z, EQUAL",
        "lt:2024-01-31T12:00:00.5Z, 2024-01-31T12:00:00.5Z, LESS",
        "lte:2024-01-31T12:00:00%2B02:00, 2024-01-31T10:00:00Z, LESS_OR_EQUAL",
        "gt:2024-01-31T12:00:00+02:00, 2024-01-31T10:00:00Z, GREATER",
        "gte:2024-01-31T12:00:00-0130, 2024-01-31T13:30:00Z, GREATER_OR_EQUAL",
        "2024-01-31T12:00:00, 2024-01-31T12:00:00Z, EQUAL",
        "2024-01-31+12:00, 2024-01-31T12:00:00Z, EQUAL",
        "2024-01-31%2012:00:00.123456%2B00:00, 2024-01-31T12:00:00.123456Z, EQUAL",
        "2024-01-31, 2024-01-31T00:00:00Z, EQUAL",
        "gte%3A2024-01-31, 2024-01-31T00:00:00Z, GREATER_OR_EQUAL",
    })
    void aTime(String value, Instant time, Comparison comparison) {
        assertThat(TimeBounds.read(QueryParameters.parse("t=" + value), "t"))
                .containsExactly(new TimeBound(comparison, time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t=now",
                "t=2024-02-30",
                "t=2024-01-31T25:00:00Z",
                "t=eq:2024-01-31",
                "t=lt:",
                "t=2024-01-31T12:00:00%2B99:00",
                "t=2024-01-31&t=lt:2025-01-01",
                "t=gt:2024-01-31&t=lt:2025-01-01&t=lt:2026-01-01",
                "t=gt:2024-01-31,2025-01-01",
            })
    void noTimes(String query) {
        assertThatThrownBy(() -> TimeBounds.read(QueryParameters.parse(query), "t"))
                .isInstanceOf(ValidationException.class)
                .hasMessageStartingWith("t: ");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, EQUAL",
        "lt:1048576, 1048576, LESS",
        "lte:007, 7, LESS_OR_EQUAL",
        "gt%3A9223372036854775807, 9223372036854775807, GREATER",
        "gte:5, 5, GREATER_OR_EQUAL",
    })
    void aSize(String value, long bytes, Comparison comparison) {
        assertThat(SizeBounds.read(QueryParameters.parse("s=" + value), "s"))
                .containsExactly(new SizeBound(comparison, bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s=gt:1&s=lte:2", "s=gt:1,lte:2", "s[]=gt:1&s[]=lte:2", "s=gt:1%2Clte:2"})
    void twoBoundsOfASize(String query) {
        assertThat(SizeBounds.read(QueryParameters.parse(query), "s"))
                .containsExactly(new SizeBound(Comparison.GREATER, 1), new SizeBound(Comparison.LESS_OR_EQUAL, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s=-1                          | must be a whole number of bytes, as in gte:1048576, after lt:, lte:, gt:, gte: or nothing
            s=1.5                         | must be a whole number of bytes, as in gte:1048576, after lt:, lte:, gt:, gte: or nothing
            s=lt:                         | must be a whole number of bytes, as in gte:1048576, after lt:, lte:, gt:, gte: or nothing
            s=eq:1                        | must be a whole number of bytes, as in gte:1048576, after lt:, lte:, gt:, gte: or nothing
            s=%D9%A1                      | must be a whole number of bytes, as in gte:1048576, after lt:, lte:, gt:, gte: or nothing
            s=lt:9223372036854775808      | must be at most 9223372036854775807 bytes
            s=gt:1&s=lt:5&s=lt:6          | can be given at most twice
            s=1&s=lt:5                    | an exact size cannot be combined with another bound
            s=1,2                         | an exact size cannot be combined with another bound
            """)
    void noSizes(String query, String detail) {
        assertThatThrownBy(() -> SizeBounds.read(QueryParameters.parse(query), "s"))
                .isInstanceOf(ValidationException.class)
                .hasMessage("s: " + detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tag=site:north                           | {site=north}
            tag=site:north&tag=job:7                 | {job=7, site=north}
            tag[]=site:north&tag[]=site:north        | {site=north}
            tag=site%3Anorth+end                     | {site=north end}
            tag=site:a,b                             | {site=a,b}
            tag=site:a:b%2Bc                         | {site=a:b+c}
            tag=site:                                | {site=}
            tag=%C3%A9:%F0%9F%98%80                  | {é=😀}
            tag=                                     | {}
            """)
    void tags(String query, String tags) {
        assertThat(TagFilter.read(QueryParameters.parse(query))).hasToString(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tag=site                       | must be a key, a colon and a value, as in project:apollo
            tag=:north                     | must have keys of 1 to 128 characters
            tag=a:%00                      | must not contain control characters or unpaired surrogates
            tag=site:north&tag=site:south  | must not have two values of one key, of which a file has one
            tag=%FF:a                      | is not percent-encoded UTF-8
            """)
    void noTags(String query, String detail) {
        assertThatThrownBy(() -> TagFilter.read(QueryParameters.parse(query)))
                .isInstanceOf(ValidationException.class)
                .hasMessage("tag: " + detail);
    }

    @Test
    void tagsThatNoFileCanHave() {
        String eleven = "&tag=a:b".repeat(11);
        assertThatThrownBy(() -> TagFilter.read(QueryParameters.parse(eleven)))
                .hasMessage("tag: can be given at most 10 times");
        assertThatThrownBy(() -> TagFilter.read(QueryParameters.parse("tag=" + "k".repeat(129) + ":v")))
                .hasMessage("tag: must have keys of 1 to 128 characters");
        assertThatThrownBy(() -> TagFilter.read(QueryParameters.parse("tag=k:" + "v".repeat(257))))
                .hasMessage("tag: must have values of at most 256 characters");
    }

    /** A plus sign is a space in a query, by the rules of forms. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "checksum=sha-256:47DEQpj8HBSa%2B/TImW%2B5JCeuQeRkm5NMpJWZG3hSuFU%3D",
                "checksum=sha-256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "checksum=sha-256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                "checksum[]=sha-256%3A47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
            })
    void aChecksum(String query) {
        assertThat(ChecksumFilter.read(QueryParameters.parse(query)))
                .isEqualTo(
                        Checksums.NONE.with(ChecksumAlgorithm.SHA_256, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checksum=md5:1B2M2Y8AsgTpgAmY7PhCfg==&checksum=crc64nvme:++++++++++8=",
                "checksum=md5:1B2M2Y8AsgTpgAmY7PhCfg,crc64nvme:----------8",
            })
    void twoChecksums(String query) {
        assertThat(ChecksumFilter.read(QueryParameters.parse(query)))
                .isEqualTo(Checksums.NONE
                        .with(ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==")
                        .with(ChecksumAlgorithm.CRC64NVME, "++++++++++8="));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            checksum=1B2M2Y8AsgTpgAmY7PhCfg==            | must be an algorithm of these, a colon and the checksum: sha-256, md5, crc64nvme
            checksum=sha1:1B2M2Y8AsgTpgAmY7PhCfg==       | must be an algorithm of these, a colon and the checksum: sha-256, md5, crc64nvme
            checksum=sha-256:1B2M2Y8AsgTpgAmY7PhCfg==    | must have, after sha-256:, its 32 bytes in base64 or base64url (RFC 4648)
            checksum=md5:                                | must have, after md5:, its 16 bytes in base64 or base64url (RFC 4648)
            checksum=md5:d41d8cd98f00b204e9800998ecf8427e| must have, after md5:, its 16 bytes in base64 or base64url (RFC 4648)
            checksum=md5:1B2M2Y8AsgTpgAmY7PhCfh==        | must have, after md5:, its 16 bytes in base64 or base64url (RFC 4648)
            checksum=md5:1B2M2Y8AsgTpgAmY7PhCfg==,       | must be an algorithm of these, a colon and the checksum: sha-256, md5, crc64nvme
            checksum=md5:1B2M2Y8AsgTpgAmY7PhCfg&checksum=md5:1B2M2Y8AsgTpgAmY7PhCfg | must have each algorithm once
            """)
    void noChecksums(String query, String detail) {
        assertThatThrownBy(() -> ChecksumFilter.read(QueryParameters.parse(query)))
                .isInstanceOf(ValidationException.class)
                .hasMessage("checksum: " + detail);
    }

    @Test
    void anInt64() {
        QueryParameters query = QueryParameters.parse(
                "most=9223372036854775807&least=-9223372036854775808&beyond=9223372036854775808&no=1.0&arabic=%D9%A1");

        assertThat(query.int64("most")).contains(Long.MAX_VALUE);
        assertThat(query.int64("least")).contains(Long.MIN_VALUE);
        for (String wrong : new String[] {"beyond", "no", "arabic"}) {
            assertThatThrownBy(() -> query.int64(wrong)).isInstanceOf(ValidationException.class);
        }
    }

    @Test
    void aListQuery() {
        ListQuery query = ListQuery.read(QueryParameters.parse(
                "order_by=desc:created_at,modified_at&prefix=/e%CC%81/x&file_name=ABC&delimiter=%2F&cursor="));

        assertThat(query.order()).hasSize(2);
        assertThat(query.filter().prefix()).isEqualTo("é/x");
        assertThat(query.filter().nameContains()).isEqualTo("abc");
        assertThat(query.filter().onlyDirectChildren()).isTrue();
        assertThat(query.cursor()).isEmpty();
        assertThat(query.limit()).isEqualTo(5_000);
    }
}
