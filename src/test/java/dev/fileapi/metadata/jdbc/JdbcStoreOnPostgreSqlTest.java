package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.PostgreSql;
import dev.fileapi.metadata.MetadataStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

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

    /** The other stores write the file first. */
    @Nested
    class WritingTogetherTest extends WritingTogetherContract {
        WritingTogetherTest() {
            super(store());
        }
    }
}
