package dev.fileapi.files.odd;

import dev.fileapi.local.PostgreSql;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

class OddUploadsOnPostgreSqlTest extends OddUploadsTestBase {

    @Override
    protected ApplicationContext open() {
        String url = PostgreSql.shared().newDatabase();
        return ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", url));
    }
}
