package dev.fileapi.files.model;

import dev.fileapi.files.MetadataStore;
import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.CosmosEmulator;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 8)
class BehavingAsTheModelOnCosmos extends BehavingAsTheModel {

    private CosmosEmulator cosmos;
    private ApplicationContext context;

    @Override
    MetadataStore open() {
        cosmos = CosmosEmulator.start(Clock.systemUTC());
        context = ApplicationContext.run(EmulatedAccount.properties(cosmos));
        return context.getBean(MetadataStore.class);
    }

    @Override
    void close() {
        context.close();
        cosmos.close();
    }
}
