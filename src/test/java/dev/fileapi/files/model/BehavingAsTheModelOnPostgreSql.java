package dev.fileapi.files.model;

import dev.fileapi.files.MetadataStore;
import dev.fileapi.local.PostgreSql;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 8)
class BehavingAsTheModelOnPostgreSql extends BehavingAsTheModel {

    private ApplicationContext context;

    @Override
    MetadataStore open() {
        String url = PostgreSql.shared().newDatabase();
        context = ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", url));
        return context.getBean(MetadataStore.class);
    }

    @Override
    void close() {
        context.close();
    }
}
