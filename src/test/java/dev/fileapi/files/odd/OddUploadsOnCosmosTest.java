package dev.fileapi.files.odd;

import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.CosmosEmulator;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class OddUploadsOnCosmosTest extends OddUploadsTestBase {

    private static CosmosEmulator cosmos;

    @BeforeAll
    static void startCosmos() {
        cosmos = CosmosEmulator.start(Clock.systemUTC());
    }

    @AfterAll
    static void stopCosmos() {
        cosmos.close();
    }

    @Override
    protected ApplicationContext open() {
        Map<String, Object> properties = new HashMap<>(EmulatedAccount.properties(cosmos));
        properties.put("fileapi.cosmos.database", "records-" + UUID.randomUUID());
        return ApplicationContext.run(properties);
    }
}
