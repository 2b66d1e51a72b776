package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.PostgreSql;
import dev.fileapi.metadata.MetadataStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JdbcStoreOnPostgreSqlTest extends MetadataStoreContract {

    private static JdbcStoreContext context;

    @BeforeAll
    static void start() {
        context = new JdbcStoreContext(PostgreSql.shared().newDatabase());
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Override
    protected MetadataStore store() {
        return context.store();
    }
}
