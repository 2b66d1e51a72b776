package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.cosmos.CosmosEmulator;
import dev.fileapi.metadata.MetadataStoreContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * On the emulator, or on the account that the environment names: {@code FILEAPI_TEST_COSMOS_ENDPOINT} and
 * {@code FILEAPI_TEST_COSMOS_KEY}; a database {@code file-api-test} is made there.
 */
class CosmosStoreContractTest extends MetadataStoreContract {

    private static final String ENDPOINT = System.getenv().getOrDefault("FILEAPI_TEST_COSMOS_ENDPOINT", "");
    private static final String KEY = System.getenv().getOrDefault("FILEAPI_TEST_COSMOS_KEY", "");

    private static CosmosEmulator emulator;
    private static CosmosStoreContext context;

    @BeforeAll
    static void start() {
        emulator = CosmosEmulator.start(Clock.systemUTC(), 3, 0);
        context = ENDPOINT.isEmpty()
                ? new CosmosStoreContext(emulator)
                : new CosmosStoreContext(ENDPOINT, KEY, "file-api-test");
    }

    @AfterAll
    static void stop() {
        context.close();
        emulator.close();
    }

    @Override
    protected MetadataStore store() {
        return context.store();
    }
}
