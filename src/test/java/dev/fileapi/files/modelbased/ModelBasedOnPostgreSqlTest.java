package dev.fileapi.files.modelbased;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.PostgreSql;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 8)
class ModelBasedOnPostgreSqlTest extends ModelBasedTestBase {

    private ApplicationContext context;

    @Override
    protected MetadataStore open() {
        String url = PostgreSql.shared().newDatabase();
        context = ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", url));
        return context.getBean(MetadataStore.class);
    }

    @Override
    protected void close() {
        context.close();
    }

    @Override
    protected boolean writesFirstVersionsWithTheirFiles() {
        return true;
    }
}
