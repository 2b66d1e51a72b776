package dev.fileapi.metadata.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
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
