package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.store.MetadataStore;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The store as the application has it, on a database of a test's own. */
final class JdbcStoreContext implements AutoCloseable {

    private final ApplicationContext context;

    JdbcStoreContext(String url) {
        this.context = ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", url));
    }

    MetadataStore store() {
        return context.getBean(MetadataStore.class);
    }

    Sql sql() {
        return context.getBean(Sql.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
