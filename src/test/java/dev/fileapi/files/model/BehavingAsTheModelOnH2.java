package dev.fileapi.files.model;

import dev.fileapi.files.MetadataStore;
import dev.fileapi.local.H2;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

class BehavingAsTheModelOnH2 extends BehavingAsTheModel {

    private ApplicationContext context;

    @Override
    MetadataStore open() {
        context = ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", H2.inMemory()));
        return context.getBean(MetadataStore.class);
    }

    @Override
    void close() {
        context.close();
    }
}
