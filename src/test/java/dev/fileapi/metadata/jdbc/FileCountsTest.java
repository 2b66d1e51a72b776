package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of a workspace are counted by the database as they come and go. */
class FileCountsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    static Stream<String> databases() {
        return Stream.of(PostgreSql.shared().newDatabase(), H2.inMemory());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aFileCountsWhileAListShowsIt(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            MetadataStore store = context.store();
            FileRecord nascent = written(store.createFile(file("a").nascent().build()));
            counts(context, 0, 0);

            FileRecord live = written(store.replaceFile(FileRecordBuilder.from(nascent)
                    .latest(file("a").build().latest())
                    .build()));
            counts(context, 1, 0);
            FileRecord deleted = written(store.replaceFile(
                    FileRecordBuilder.from(live).deletedAt(NOW).build()));
            counts(context, 0, 1);
            written(store.createFile(file("a").build()));
            counts(context, 1, 1);
            FileRecord purging = written(store.replaceFile(
                    FileRecordBuilder.from(deleted).state(FileState.PURGING).build()));
            counts(context, 1, 0);
            assertThat(store.removeFile(purging)).isTrue();
            counts(context, 1, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aFileThatIsRefusedOrRemovedDoesNotCount(String url) {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            FileRecord file = written(context.store().createFile(file("a").build()));
            assertThat(context.store().createFile(file("a").build())).isNotInstanceOf(FileWrite.Written.class);
            counts(context, 1, 0);

            assertThat(context.store().removeFile(file)).isTrue();
            counts(context, 0, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void filesThatComeTogetherAllCount(String url) throws InterruptedException {
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            ExecutorService callers = Executors.newFixedThreadPool(8);
            for (int i = 0; i < 400; i++) {
                String path = "file " + i;
                callers.execute(() -> {
                    FileRecord file =
                            written(context.store().createFile(file(path).build()));
                    written(context.store()
                            .replaceFile(
                                    FileRecordBuilder.from(file).deletedAt(NOW).build()));
                    written(context.store().createFile(file(path).build()));
                });
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            counts(context, 400, 400);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void filesOfAnEarlierReleaseAreCountedByTheUpgrade(String url) throws SQLException {
        earlierRelease(url);
        try (JdbcStoreContext context = new JdbcStoreContext(url)) {
            counts(context, 1, 0);

            written(context.store().createFile(file("b").build()));
            counts(context, 2, 0);
        }
    }

    /** Leaves the tables as they were before the counts, with one file. */
    private void earlierRelease(String url) throws SQLException {
        String database = url.startsWith("jdbc:h2:") ? "classpath:db/h2" : "classpath:db/postgresql";
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration", database)
                .javaMigrations(new FoldNamesMigration())
                .target("9")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO files (organisation_id, workspace_id, file_id, revision, slot, state, listed_as, path_head,
                            path_tail, depth, lower_case_name, created_at, created_by_id)
                        VALUES (?, ?, ?, 1, 'a', 'LIVE', 'LIVE', ?, ?, 0, 'a', CURRENT_TIMESTAMP, ?)""")) {
            PathKey path = PathKey.of("a");
            Object[] values = {
                workspace.organisationId(),
                workspace.workspaceId(),
                UUID.randomUUID(),
                path.head(),
                path.tail(),
                UUID.randomUUID()
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private void counts(JdbcStoreContext context, long live, long deleted) {
        assertThat(total(context, false)).isEqualTo(live);
        assertThat(total(context, true)).isEqualTo(deleted);
    }

    /** Of a full page, since a shorter one is its own total. */
    private long total(JdbcStoreContext context, boolean isDeleted) {
        return context.lists().count(new JdbcListing(workspace, FileFilter.all(isDeleted), List.of()).total());
    }

    private FileRecordBuilder file(String path) {
        return FileRecordBuilder.file(path).in(workspace);
    }

    private static FileRecord written(FileWrite write) {
        assertThat(write).isInstanceOf(FileWrite.Written.class);
        return ((FileWrite.Written) write).file();
    }
}
