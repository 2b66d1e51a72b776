package dev.fileapi.files.modelbased;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.H2;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

class ModelBasedOnH2Test extends ModelBasedTestBase {

    private ApplicationContext context;

    @Override
    protected MetadataStore open() {
        context = ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", H2.inMemory()));
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
