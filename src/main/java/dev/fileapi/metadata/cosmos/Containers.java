package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosDatabase;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The containers, made ready at their first use: the client takes a second to start, and the worker's first request need not be one
 * for the store.
 */
@CosmosStore
@Singleton
final class Containers {

    private static final String FILES = "files";
    private static final String VERSIONS = "versions";

    private final CosmosSettings settings;
    private final BeanProvider<CosmosClient> client;
    private volatile @Nullable CosmosDatabase database;

    Containers(CosmosSettings settings, BeanProvider<CosmosClient> client) {
        this.settings = settings;
        this.client = client;
    }

    CosmosContainer files() {
        return database().getContainer(FILES);
    }

    CosmosContainer versions() {
        return database().getContainer(VERSIONS);
    }

    private CosmosDatabase database() {
        CosmosDatabase ready = database;
        return ready == null ? open() : ready;
    }

    /** What fails here is tried again by the next call. */
    private synchronized CosmosDatabase open() {
        CosmosDatabase opened = database;
        if (opened == null) {
            CosmosClient started = client.get();
            opened = started.getDatabase(settings.database());
            if (settings.createIfMissing()) {
                started.createDatabaseIfNotExists(settings.database());
                opened.createContainerIfNotExists(ContainerDefinition.read(FILES));
                opened.createContainerIfNotExists(ContainerDefinition.read(VERSIONS));
            }
            database = opened;
        }
        return opened;
    }
}
