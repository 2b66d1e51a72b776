package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.H2;
import dev.fileapi.local.PostgreSql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcStoreFailuresTest {

    @Test
    void aDatabaseThatIsDownFailsCallsAndNotTheStart() throws IOException {
        try (JdbcStoreContext context = new JdbcStoreContext("jdbc:postgresql://127.0.0.1:" + freePort() + "/files")) {
            MetadataStore store = context.store();

            assertThatThrownBy(store::ping).isInstanceOf(MetadataStoreException.class);
        }
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUpOnPostgreSql() {
        givesUp(PostgreSql.shared().newDatabase(), "SELECT pg_sleep(60)");
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUpOnH2() {
        givesUp(H2.inMemory(), "SELECT SUM(SQRT(\"X\")) FROM SYSTEM_RANGE(1, 1000000000000)");
    }

    private static void givesUp(String url, String statement) {
        try (JdbcStoreContext context = new JdbcStoreContext(url, Map.of("fileapi.jdbc.query-timeout", "PT1S"))) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> context.execute(statement))
                    .isInstanceOf(MetadataStoreException.class)
                    .hasMessage("The metadata store did not answer in time.");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThatCode(() -> context.store().ping()).doesNotThrowAnyException();
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionIsBusyAndNotBroken() {
        try (JdbcStoreContext context = new JdbcStoreContext(
                H2.inMemory(), Map.of("fileapi.jdbc.pool-size", "1", "fileapi.jdbc.connection-timeout", "PT1S"))) {
            MetadataStore store = context.store();
            store.ping();

            context.call(connection -> {
                assertThatThrownBy(() -> CompletableFuture.runAsync(store::ping).join())
                        .hasCauseInstanceOf(MetadataStoreBusyException.class)
                        .hasRootCauseInstanceOf(SQLTransientConnectionException.class);
                return connection;
            });
        }
    }

    /** "PostgreSQL Error Codes": a serialization failure, a deadlock, too many connections. */
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "53300"})
    void whatPassesByItselfIsToBeTriedAgain(String state) {
        try (JdbcStoreContext context = new JdbcStoreContext(PostgreSql.shared().newDatabase())) {
            String raise = "DO $$ BEGIN RAISE EXCEPTION 'passing' USING ERRCODE = '" + state + "'; END $$";

            assertThatThrownBy(() -> context.execute(raise)).isInstanceOf(MetadataStoreBusyException.class);
        }
    }

    /** Each of the two writes waits for the other file to have left; the one that has waited longer is given up by the database. */
    @Test
    void oneOfTwoThatExchangePathsAtTheSameTimeLooksAgain() {
        try (JdbcStoreContext context = new JdbcStoreContext(PostgreSql.shared().newDatabase())) {
            MetadataStore store = context.store();
            FileRecord one =
                    written(store.createFile(FileRecordBuilder.file("one").build()));
            FileRecord other = written(store.createFile(
                    FileRecordBuilder.file("other").in(one.workspace()).build()));

            FileWrite write = context.call(connection -> {
                connection.setAutoCommit(false);
                move(connection, other, "gone");
                CompletableFuture<FileWrite> waiting = CompletableFuture.supplyAsync(
                        () -> store.replaceFile(one.movedTo(other.path(), Instant.EPOCH)));
                await().until(() -> isWaitedFor(context));
                move(connection, one, "elsewhere");
                connection.rollback();
                return waiting.join();
            });

            assertThat(write).isEqualTo(new FileWrite.Outdated());
            assertThat(store.findFile(one.workspace(), one.id())).contains(one);
        }
    }

    private static void move(Connection connection, FileRecord file, String slot) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE files SET slot = ? WHERE file_id = ?")) {
            update.setString(1, slot);
            update.setObject(2, file.id().value());
            update.executeUpdate();
        }
    }

    private static boolean isWaitedFor(JdbcStoreContext context) {
        return context.call(connection -> {
            try (Statement query = connection.createStatement();
                    ResultSet locks = query.executeQuery("SELECT 1 FROM pg_locks WHERE NOT granted")) {
                return locks.next();
            }
        });
    }

    private static FileRecord written(FileWrite write) {
        return ((FileWrite.Written) write).file();
    }

    @Test
    void aFailureSaysNothingOfStatementsAndValues() {
        try (JdbcStoreContext context = new JdbcStoreContext(H2.inMemory())) {
            assertThatThrownBy(() -> context.execute("DELETE FROM nowhere WHERE a = 'secret'"))
                    .isInstanceOf(MetadataStoreException.class)
                    .hasMessage("The metadata store failed.");
        }
    }

    @Test
    void recordsInAFileOutliveTheProcess(@TempDir Path folder) {
        String url = H2.inFile(folder.resolve("metadata"));
        FileRecord file = FileRecordBuilder.file("a").build();
        FileWrite write;
        try (JdbcStoreContext before = new JdbcStoreContext(url)) {
            write = before.store().createFile(file);
        }
        try (JdbcStoreContext after = new JdbcStoreContext(url)) {
            assertThat(after.store().findFile(file.workspace(), file.id()))
                    .map(FileWrite.Written::new)
                    .hasValue((FileWrite.Written) write);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
