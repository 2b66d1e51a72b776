package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.local.PostgreSql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Which indexes find files by tag and checksum, as the databases explain their plans. Of 30,000 files on PostgreSQL each has one of
 * ten thousand jobs and one of two sites; a second workspace has some with other jobs.
 */
class DetailsIndexUseTest {

    private static final UUID ORGANISATION = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    private static final Workspace WORKSPACE =
            new Workspace(ORGANISATION, UUID.fromString("0b000000-0000-4000-8000-000000000001"));

    private static final String SHA_256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final String MD5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
    private static final String CRC = "AAAAAAAAAAA=";

    private static JdbcStoreContext postgreSql;

    @BeforeAll
    static void fill() {
        postgreSql =
                new JdbcStoreContext(PostgreSql.shared().newDatabase(), Map.of("fileapi.jdbc.query-timeout", "PT2M"));
        postgreSql.store().ping();
        for (int from = 0; from < 30_000; from += 10_000) {
            insert(1, from);
        }
        insert(2, 0);
        postgreSql.execute("ANALYZE");
    }

    private static void insert(int workspace, int from) {
        postgreSql.execute("""
                INSERT INTO files (organisation_id, workspace_id, file_id, revision, slot, state, listed_as, path_head, path_tail,
                    depth, lower_case_name, created_at, created_by_id, latest_version_id, latest_size, latest_etag,
                    latest_snapshot, modified_at, modified_by_id, details_of, latest_sha256, latest_md5, latest_crc64nvme,
                    latest_tags)
                SELECT '%s', '0b000000-0000-4000-8000-00000000000%d', gen_random_uuid(), 1, i::TEXT, 'LIVE', 'LIVE',
                    decode(lpad(i::TEXT, 8, '0'), 'escape'), '', 0, i::TEXT, now(), gen_random_uuid(), i, 3, 'e', 's', now(),
                    gen_random_uuid(), i, md5(i::TEXT), md5(i::TEXT), md5(i::TEXT),
                    '{"job":"' || %d * 10000 + i %% 10000 || '","site":"' || i %% 2 || '"}'
                FROM generate_series(%d, %d) AS i""".formatted(ORGANISATION, workspace, workspace, from, from + 9_999));
    }

    @AfterAll
    static void close() {
        postgreSql.close();
    }

    @Test
    void filesOfARareTagAreFoundByItsIndex() {
        assertThat(plan(live().tag("job", "10007"))).contains("files_by_tag").doesNotContain("Seq Scan");
    }

    @Test
    void filesWithTwoTagsAreFoundByTheIndexOfBoth() {
        assertThat(plan(live().tag("job", "10007").tag("site", "1")))
                .contains("files_by_tag")
                .doesNotContain("Seq Scan");
    }

    @Test
    void filesOfATagThatHalfOfThemHaveAreFoundByWalkingAlongTheOrder() {
        assertThat(plan(live().tag("site", "1"))).contains("files_by_path").doesNotContain("files_by_tag");
    }

    @Test
    void filesOfATagAreCountedByItsIndex() {
        JdbcQuery count = listing(live().tag("job", "10007")).select("COUNT(*)");

        assertThat(postgreSql.plan(count)).contains("files_by_tag").doesNotContain("Seq Scan");
    }

    @Test
    void filesOfAChecksumAreFoundByItsIndex() {
        assertThat(plan(live().checksum(ChecksumAlgorithm.SHA_256, SHA_256))).contains("files_by_sha256");
        assertThat(plan(live().checksum(ChecksumAlgorithm.MD5, MD5))).contains("files_by_md5");
        assertThat(plan(live().checksum(ChecksumAlgorithm.CRC64NVME, CRC))).contains("files_by_crc64nvme");
    }

    private static FileFilterBuilder live() {
        return FileFilterBuilder.live();
    }

    private static JdbcListing listing(FileFilterBuilder filter) {
        return new JdbcListing(WORKSPACE, filter.build(), List.of());
    }

    private static String plan(FileFilterBuilder filter) {
        JdbcListing listing = listing(filter);
        return postgreSql.plan(
                listing.select("*").append(listing.orderBy(false)).append("LIMIT 100"));
    }
}
