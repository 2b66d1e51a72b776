package dev.fileapi.local;

import dev.fileapi.local.cosmos.CosmosEmulator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running metadata store.
 *
 * @param settings of a service that uses it, by environment variable
 * @param stop ends it
 */
record LocalStore(Map<String, String> settings, Runnable stop) implements AutoCloseable {

    /**
     * Starts a store.
     *
     * @param folder keeps the data; null: they are gone when it stops, as those of Cosmos DB always are
     * @param clock what tells the age of documents
     */
    static LocalStore start(StoreKind kind, @Nullable Path folder, Clock clock) {
        return switch (kind) {
            case H2 ->
                new LocalStore(jdbc(folder == null ? H2.inMemory() : H2.inFile(folder.resolve("metadata"))), () -> {});
            case POSTGRES -> postgres(folder);
            case COSMOS -> cosmos(clock);
        };
    }

    @Override
    public void close() {
        stop.run();
    }

    private static LocalStore postgres(@Nullable Path folder) {
        if (folder == null) {
            return new LocalStore(jdbc(PostgreSql.shared().newDatabase()), () -> {});
        }
        PostgreSql server = PostgreSql.startIn(folder);
        return new LocalStore(jdbc(server.url()), server::close);
    }

    private static LocalStore cosmos(Clock clock) {
        // read by the client when its classes are loaded
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        CosmosEmulator emulator = CosmosEmulator.start(clock);
        Map<String, String> settings = Map.of(
                "FILEAPI_STORE", "cosmos",
                "FILEAPI_COSMOS_ENDPOINT", emulator.endpoint(),
                "FILEAPI_COSMOS_KEY", CosmosEmulator.KEY,
                "FILEAPI_COSMOS_MODE", "gateway",
                "FILEAPI_COSMOS_CREATE_IF_MISSING", "true");
        return new LocalStore(settings, emulator::close);
    }

    private static Map<String, String> jdbc(String url) {
        return Map.of("FILEAPI_STORE", "jdbc", "FILEAPI_JDBC_URL", url);
    }
}
