package dev.fileapi.files;

import dev.fileapi.local.PostgreSql;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

class ChangeTagsOnPostgreSqlTest extends ChangeTagsTest {

    @BeforeAll
    protected static void startStore() {
        String url = PostgreSql.shared().newDatabase();
        context = ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", url));
    }
}
