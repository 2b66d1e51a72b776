package dev.fileapi.files.modelbased;

import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.CosmosEmulator;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 8)
class ModelBasedOnCosmosTest extends ModelBasedTestBase {

    private CosmosEmulator cosmos;
    private ApplicationContext context;

    @Override
    protected MetadataStore open() {
        cosmos = CosmosEmulator.start(Clock.systemUTC());
        context = ApplicationContext.run(EmulatedAccount.properties(cosmos));
        return context.getBean(MetadataStore.class);
    }

    @Override
    protected void close() {
        context.close();
        cosmos.close();
    }

    @Override
    protected boolean writesFirstVersionsWithTheirFiles() {
        return false;
    }
}
