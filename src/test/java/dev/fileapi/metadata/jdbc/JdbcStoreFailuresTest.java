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
import io.micronaut.context.ApplicationContext;
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
    void aStatementThatTakesTooLongIsGivenUp() {
        try (ApplicationContext context = ApplicationContext.run(Map.of(
                "fileapi.store", "jdbc",
                "fileapi.jdbc.url", PostgreSql.shared().newDatabase(),
                "fileapi.jdbc.query-timeout", "PT1S"))) {
            Sql sql = context.getBean(Sql.class);
            long start = System.nanoTime();

            assertThatThrownBy(() -> sql.query(new Query("SELECT pg_sleep(60)"), row -> row.getString(1)))
                    .isInstanceOf(MetadataStoreException.class)
                    .hasMessage("The metadata store did not answer in time.");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThatCode(() -> context.getBean(MetadataStore.class).ping()).doesNotThrowAnyException();
        }
    }

    @Test
    void aPoolWithoutAFreeConnectionIsBusyAndNotBroken() {
        try (ApplicationContext context = ApplicationContext.run(Map.of(
                "fileapi.store", "jdbc",
                "fileapi.jdbc.url", H2.inMemory(),
                "fileapi.jdbc.pool-size", "1",
                "fileapi.jdbc.connection-timeout", "PT1S"))) {
            MetadataStore store = context.getBean(MetadataStore.class);
            store.ping();

            context.getBean(Sql.class).query(new Query("VALUES 1"), row -> {
                assertThatThrownBy(() -> CompletableFuture.runAsync(store::ping).join())
                        .hasCauseInstanceOf(MetadataStoreBusyException.class)
                        .hasRootCauseInstanceOf(SQLTransientConnectionException.class);
                return row.getInt(1);
            });
        }
    }

    /** "PostgreSQL Error Codes": a serialization failure, a deadlock, too many connections. */
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "53300"})
    void whatPassesByItselfIsToBeTriedAgain(String state) {
        try (JdbcStoreContext context = new JdbcStoreContext(PostgreSql.shared().newDatabase())) {
            Query raise = new Query("DO $$ BEGIN RAISE EXCEPTION 'passing' USING ERRCODE = '" + state + "'; END $$");

            assertThatThrownBy(() -> context.sql().update(raise)).isInstanceOf(MetadataStoreBusyException.class);
        }
    }

    @Test
    void aFailureSaysNothingOfStatementsAndValues() {
        try (JdbcStoreContext context = new JdbcStoreContext(H2.inMemory())) {
            assertThatThrownBy(() -> context.sql().update(new Query("DELETE FROM nowhere WHERE a = ?", "secret")))
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
