package dev.fileapi.local;

import java.nio.file.Path;
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
     * @param folder keeps the data; null: they are gone when it stops
     */
    static LocalStore start(StoreKind kind, @Nullable Path folder) {
        return switch (kind) {
            case H2 ->
                new LocalStore(jdbc(folder == null ? H2.inMemory() : H2.inFile(folder.resolve("metadata"))), () -> {});
            case POSTGRES -> postgres(folder);
            case COSMOS -> throw new UsageException("--store cosmos is not yet there; use h2 or postgres");
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

    private static Map<String, String> jdbc(String url) {
        return Map.of("FILEAPI_STORE", "jdbc", "FILEAPI_JDBC_URL", url);
    }
}
