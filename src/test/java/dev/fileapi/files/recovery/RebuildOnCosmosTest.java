package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.CosmosEmulator;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As {@link RebuildTest}, for the records of Cosmos DB. */
class RebuildOnCosmosTest extends StorageTestBase {

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

    @ParameterizedTest
    @ValueSource(ints = {2, 1_000})
    void everyRecordComesBackAsItWas(int pageSize) {
        aWorkspaceWithEverything();
        assertThat(from(empty, pageSize).check().hasDifferences()).isTrue();

        from(empty, pageSize).rebuild();

        assertThat(rebuilt()).isEqualTo(before()).hasSize(5 + 8);
        assertThat(from(empty, pageSize).check().hasDifferences()).isFalse();
    }
}
