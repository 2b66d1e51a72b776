package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.cosmos.CosmosEmulator;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The store as the application has it, on an emulator of a test's own. */
final class CosmosStoreContext implements AutoCloseable {

    private final ApplicationContext context;

    CosmosStoreContext(CosmosEmulator emulator) {
        this(emulator.endpoint(), CosmosEmulator.KEY, "file-api");
    }

    CosmosStoreContext(String endpoint, String key, String database) {
        this.context = ApplicationContext.run(Map.of(
                "fileapi.store",
                "cosmos",
                "fileapi.cosmos.endpoint",
                endpoint,
                "fileapi.cosmos.key",
                key,
                "fileapi.cosmos.database",
                database,
                "fileapi.cosmos.mode",
                "gateway",
                "fileapi.cosmos.create-if-missing",
                "true"));
    }

    MetadataStore store() {
        return context.getBean(MetadataStore.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
