package dev.fileapi.files;

import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.CosmosEmulator;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ChangeTagsOnCosmosTest extends ChangeTagsTest {

    private static CosmosEmulator cosmos;

    @BeforeAll
    protected static void startStore() {
        cosmos = CosmosEmulator.start(Clock.systemUTC());
        context = ApplicationContext.run(EmulatedAccount.properties(cosmos));
    }

    @AfterAll
    protected static void stopStore() {
        context.close();
        cosmos.close();
    }
}
