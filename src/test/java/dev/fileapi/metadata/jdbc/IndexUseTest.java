package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Comparison;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import dev.fileapi.metadata.ListCursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That queries follow the indexes made for them, as the databases explain their plans. */
class IndexUseTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final Workspace WORKSPACE = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    private static final String RANGE_OF_SIZES = "files_by_size(?s:.)*latest_size\"? > (?s:.)*latest_size\"? < ";

    private static JdbcStoreContext postgreSql;
    private static JdbcStoreContext h2;

    /** The databases. */
    enum Database {
        POSTGRESQL,
        H2
    }

    @BeforeAll
    static void fill() {
        postgreSql = new JdbcStoreContext(PostgreSql.shared().newDatabase());
        h2 = new JdbcStoreContext(H2.inMemory());
        Stream.of(postgreSql, h2).forEach(IndexUseTest::fill);
    }

    private static void fill(JdbcStoreContext context) {
        for (int i = 0; i < 2000; i++) {
            FileRecord file = FileRecordBuilder.file("folder " + i % 10 + "/" + i)
                    .in(WORKSPACE)
                    .createdAt(NOW.plusSeconds(i))
                    .modifiedAt(NOW.minusSeconds(i))
                    .size(i * 7 % 2000)
                    .details(checksum(i))
                    .build();
            context.store().createFile(file);
            context.store()
                    .createVersion(VersionRecordBuilder.version(i)
                            .of(file)
                            .committedAt(NOW)
                            .build());
        }
        context.execute(context == h2 ? "ANALYZE" : "VACUUM ANALYZE");
    }

    @AfterAll
    static void close() {
        postgreSql.close();
        h2.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPageFollowsTheIndexOfItsOrder(Database database) {
        for (boolean backwards : new boolean[] {false, true}) {
            assertThat(plan(database, page(List.of(), backwards)))
                    .contains("files_by_path")
                    .doesNotContain("Seq Scan");
            for (FileOrder.Direction direction : FileOrder.Direction.values()) {
                assertThat(plan(
                                database,
                                page(List.of(new FileOrder(FileOrder.Field.CREATED_AT, direction)), backwards)))
                        .contains("files_by_creation");
                assertThat(plan(
                                database,
                                page(List.of(new FileOrder(FileOrder.Field.MODIFIED_AT, direction)), backwards)))
                        .contains("files_by_modification");
                assertThat(plan(database, page(List.of(new FileOrder(FileOrder.Field.NAME, direction)), backwards)))
                        .contains("files_by_name");
                assertThat(plan(database, page(List.of(new FileOrder(FileOrder.Field.SIZE, direction)), backwards)))
                        .contains("files_by_size");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageAtAFarOffsetIsLookedForInTheIndexOfItsOrder(Database database) {
        for (boolean backwards : new boolean[] {false, true}) {
            assertThat(plan(database, start(FileFilterBuilder.live(), List.of(), backwards)))
                    .containsPattern(indexOnly(database, "files_by_path"));
            assertThat(plan(database, start(FileFilterBuilder.live().prefix("folder 5/"), List.of(), backwards)))
                    .containsPattern(indexOnly(database, "files_by_path"));
            for (FileOrder.Direction direction : FileOrder.Direction.values()) {
                Map.of(
                                FileOrder.Field.CREATED_AT, "files_by_creation",
                                FileOrder.Field.MODIFIED_AT, "files_by_modification",
                                FileOrder.Field.NAME, "files_by_name",
                                FileOrder.Field.SIZE, "files_by_size")
                        .forEach((field, index) -> assertThat(plan(
                                        database,
                                        start(
                                                FileFilterBuilder.live(),
                                                List.of(new FileOrder(field, direction)),
                                                backwards)))
                                .containsPattern(indexOnly(database, index)));
            }
        }
    }

    @Test
    void aPageAtAFarOffsetOfALevelIsLookedForInItsIndex() {
        assertThat(plan(Database.POSTGRESQL, start(FileFilterBuilder.live().onlyDirectChildren(), List.of(), false)))
                .containsPattern(indexOnly(Database.POSTGRESQL, "files_by_folder"));
    }

    /** H2 has no index for it: it reads the names of a workspace. */
    @Test
    void fewFilesWithAPartOfANameAreFoundByItsIndex() {
        JdbcListing listing = new JdbcListing(
                WORKSPACE, FileFilterBuilder.live().nameContains("199").build(), List.of());

        assertThat(plan(Database.POSTGRESQL, listing.total())).contains("files_by_part_of_name");
        assertThat(plan(Database.POSTGRESQL, listing.found(0, 100))).contains("files_by_part_of_name");
    }

    private static JdbcQuery start(FileFilterBuilder filter, List<FileOrder> order, boolean backwards) {
        return new JdbcFarPage(new JdbcListing(WORKSPACE, filter.build(), order), backwards).start(1000);
    }

    /** H2 does not say that it reads the index alone, but does whenever it has all columns, and sorts when not told otherwise. */
    private static String indexOnly(Database database, String index) {
        return database == Database.H2
                ? index + "(?s:.)*/\\* index sorted \\*/"
                : "Index Only Scan (Backward )?using " + index;
    }

    @ParameterizedTest
    @EnumSource
    void aPageAfterACursorBeginsThere(Database database) {
        JdbcListing listing =
                new JdbcListing(WORKSPACE, FileFilterBuilder.live().build(), List.of());
        FileRecord file = FileRecordBuilder.file("folder 5/5").in(WORKSPACE).build();
        JdbcQuery page = listing.select("*")
                .append("AND")
                .append(listing.after(ListCursor.at(file, List.of())))
                .append(listing.orderBy(false))
                .append("LIMIT 100");

        assertThat(plan(database, page)).containsPattern("files_by_path(?s:.)*path_head\"? >= ");
    }

    @ParameterizedTest
    @EnumSource
    void aPageAfterACursorByNameOrSizeBeginsThere(Database database) {
        FileRecord file =
                FileRecordBuilder.file("folder 5/5").in(WORKSPACE).size(5).build();
        for (FileOrder.Direction direction : FileOrder.Direction.values()) {
            String operator = direction == FileOrder.Direction.ASCENDING ? " >= " : " <= ";
            assertThat(plan(database, after(file, new FileOrder(FileOrder.Field.NAME, direction))))
                    .containsPattern("files_by_name(?s:.)*name_head\"?" + operator);
            assertThat(plan(database, after(file, new FileOrder(FileOrder.Field.SIZE, direction))))
                    .containsPattern("files_by_size(?s:.)*latest_size\"?" + operator);
        }
    }

    @ParameterizedTest
    @EnumSource
    void boundsOfTheSizeAreARangeOfTheIndex(Database database) {
        FileOrder bySize = new FileOrder(FileOrder.Field.SIZE, FileOrder.Direction.ASCENDING);

        assertThat(plan(database, between10And20(List.of(bySize)))).containsPattern(RANGE_OF_SIZES);
    }

    /** H2 prefers the index of the order, however few files match. */
    @Test
    void fewFilesOfASizeAreFoundByItInAnyOrder() {
        assertThat(plan(Database.POSTGRESQL, between10And20(List.of()))).containsPattern(RANGE_OF_SIZES);
    }

    @ParameterizedTest
    @EnumSource
    void filesOfAChecksumAreFoundByItsIndex(Database database) {
        for (boolean backwards : new boolean[] {false, true}) {
            JdbcListing listing = new JdbcListing(
                    WORKSPACE,
                    FileFilterBuilder.live()
                            .checksum(
                                    ChecksumAlgorithm.SHA_256,
                                    checksum(5).checksums().values().get(ChecksumAlgorithm.SHA_256))
                            .build(),
                    List.of());

            assertThat(plan(
                            database,
                            listing.select("*")
                                    .append(listing.orderBy(backwards))
                                    .append("LIMIT 100")))
                    .contains("files_by_sha256");
        }
    }

    private static VersionDetails checksum(int number) {
        byte[] bytes = ByteBuffer.allocate(32).putInt(number).array();
        return new VersionDetails(
                Verification.UNVERIFIED,
                Checksums.NONE.with(
                        ChecksumAlgorithm.SHA_256, Base64.getEncoder().encodeToString(bytes)),
                null,
                null,
                Map.of(),
                Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void aPrefixIsARangeOfTheIndex(Database database) {
        FileFilter folder = FileFilterBuilder.live().prefix("folder 5/").build();
        JdbcListing listing = new JdbcListing(WORKSPACE, folder, List.of());

        assertThat(plan(
                        database,
                        listing.select("*").append(listing.orderBy(false)).append("LIMIT 100")))
                .containsPattern("files_by_path(?s:.)*path_head\"? >= (?s:.)*path_head\"? < ");
    }

    @ParameterizedTest
    @EnumSource
    void theFilesOfTheRootAreFoundWithoutThoseOfItsFolders(Database database) {
        FileFilter root = FileFilterBuilder.live().onlyDirectChildren().build();
        JdbcListing listing = new JdbcListing(WORKSPACE, root, List.of());

        assertThat(plan(
                        database,
                        listing.select("*").append(listing.orderBy(false)).append("LIMIT 100")))
                .contains("files_by_folder");
    }

    @ParameterizedTest
    @EnumSource
    void theNextFoldersAreLookedForFromTheLastOneOn(Database database) {
        JdbcListing below = new JdbcListing(WORKSPACE, FileFilterBuilder.live().build(), List.of());

        assertThat(plan(database, JdbcLevel.pathsQuery(below, "folder 50", null, 100)))
                .containsPattern("files_by_path(?s:.)*path_head\"? >= ");
        assertThat(plan(database, JdbcLevel.pathsQuery(below, "folder 50", "folder 7", 100)))
                .containsPattern("files_by_path(?s:.)*path_head\"? >= (?s:.)*path_head\"? < ");
    }

    @ParameterizedTest
    @EnumSource
    void theFilesOfOneLevelBeginAfterACursor(Database database) {
        JdbcListing files = new JdbcListing(
                WORKSPACE, FileFilterBuilder.live().onlyDirectChildren().build(), List.of());
        ListCursor folder = ListCursor.at("folder 5/", List.of());

        assertThat(plan(
                        database,
                        files.select("*")
                                .append("AND")
                                .append(files.after(folder))
                                .append(files.orderBy(false))
                                .append("LIMIT 100")))
                .contains("files_by_folder");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotDueIsNotRead(Database database) {
        UUID first = new UUID(0, 0);

        assertThat(plan(database, due(VersionRows.DUE, first, first, first, 0L, 100)))
                .contains("versions_due")
                .doesNotContain("Seq Scan");
        assertThat(plan(database, due(VersionRows.DUE_VERIFICATIONS, first, first, first, 0L, 100)))
                .contains("versions_to_verify")
                .doesNotContain("Seq Scan");
        assertThat(plan(database, due(FileRows.DUE, first, first, first, 100)))
                .contains("files_due")
                .doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @EnumSource
    void eachOfManyFilesIsLookedForInAnIndex(Database database) {
        assertThat(plan(
                        database,
                        many(
                                FileRows.BY_IDS,
                                UUID.randomUUID().toString(),
                                UUID.randomUUID().toString())))
                .containsPattern("file_id\"? = \"?wanted")
                .doesNotContain("Seq Scan");
        assertThat(plan(database, many(FileRows.BY_SLOTS, "live:a", "live:b")))
                .containsPattern("slot\"?(\\)::text)? = \\(?\"?wanted")
                .doesNotContain("Seq Scan");
    }

    private static JdbcQuery many(String named, String... keys) {
        return new JdbcQuery(
                named.replaceAll(":[a-zA-Z]+", "?"), keys, WORKSPACE.organisationId(), WORKSPACE.workspaceId());
    }

    @ParameterizedTest
    @EnumSource
    void uploadsOfAFileAreCountedWithoutItsVersions(Database database) {
        JdbcQuery count = new JdbcQuery(VersionRows.COUNT_OF_FILE.replaceAll(":[a-zA-Z]+", "?"))
                .append("", WORKSPACE.organisationId(), WORKSPACE.workspaceId(), UUID.randomUUID(), 100);

        assertThat(plan(database, count)).contains("versions_pending_of_file").doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @EnumSource
    void uploadsOfAWorkspaceAreCountedWithoutItsVersions(Database database) {
        JdbcQuery count = new JdbcQuery(VersionRows.COUNT.replaceAll(":[a-zA-Z]+", "?"))
                .append("", WORKSPACE.organisationId(), WORKSPACE.workspaceId(), 100);

        assertThat(plan(database, count)).contains("versions_pending").doesNotContain("Seq Scan");
    }

    /** The repository's query as it is sent, with the given values of its parameters after those for times. */
    private static JdbcQuery due(String named, Object... keyAndLimit) {
        OffsetDateTime now = JdbcTimes.argument(NOW);
        OffsetDateTime start = JdbcTimes.argument(Instant.EPOCH);
        return new JdbcQuery(named.replaceAll(":[a-zA-Z]+", "?"), now, start, start).append("", keyAndLimit);
    }

    private static JdbcQuery between10And20(List<FileOrder> order) {
        FileFilter few = FileFilterBuilder.live()
                .size(new SizeBound(Comparison.GREATER, 10))
                .size(new SizeBound(Comparison.LESS, 20))
                .build();
        JdbcListing listing = new JdbcListing(WORKSPACE, few, order);
        return listing.select("*").append(listing.orderBy(false)).append("LIMIT 100");
    }

    private static JdbcQuery after(FileRecord file, FileOrder order) {
        JdbcListing listing =
                new JdbcListing(WORKSPACE, FileFilterBuilder.live().build(), List.of(order));
        return listing.select("*")
                .append("AND")
                .append(listing.after(ListCursor.at(file, List.of(order))))
                .append(listing.orderBy(false))
                .append("LIMIT 100");
    }

    private static JdbcQuery page(List<FileOrder> order, boolean backwards) {
        JdbcListing listing =
                new JdbcListing(WORKSPACE, FileFilterBuilder.live().build(), order);
        return listing.select("*").append(listing.orderBy(backwards)).append("LIMIT 20");
    }

    private static String plan(Database database, JdbcQuery query) {
        return context(database).plan(query);
    }

    private static JdbcStoreContext context(Database database) {
        return database == Database.H2 ? h2 : postgreSql;
    }
}
