package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.store.MetadataStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.operations.JdbcRepositoryOperations;
import io.micronaut.data.jdbc.runtime.ConnectionCallback;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The store as the application has it, on a database of a test's own. */
final class JdbcStoreContext implements AutoCloseable {

    private final ApplicationContext context;

    JdbcStoreContext(String url) {
        this(url, Map.of());
    }

    /** @param settings beside the URL, by their property names */
    JdbcStoreContext(String url, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("fileapi.store", "jdbc");
        properties.put("fileapi.jdbc.url", url);
        this.context = ApplicationContext.run(properties);
    }

    MetadataStore store() {
        return context.getBean(MetadataStore.class);
    }

    JdbcFileLists lists() {
        return context.getBean(JdbcFileLists.class);
    }

    /** Calls the database as the store does, its failures included. */
    <T> T call(ConnectionCallback<T> callback) {
        JdbcRepositoryOperations operations = context.getBean(JdbcRepositoryOperations.class);
        return JdbcErrors.translated(() -> operations.execute(callback));
    }

    boolean execute(String sql) {
        return call(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return statement.execute();
            }
        });
    }

    /** The plan that the database makes for a query. */
    String plan(JdbcQuery query) {
        return call(connection -> {
            try (var statement = connection.prepareStatement("EXPLAIN " + query.text())) {
                int index = 1;
                for (Object argument : query.arguments()) {
                    statement.setObject(index++, argument);
                }
                List<String> lines = new ArrayList<>();
                for (ResultSet rows = statement.executeQuery(); rows.next(); ) {
                    lines.add(rows.getString(1));
                }
                return String.join("\n", lines);
            }
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
