package dev.fileapi.local.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosDatabase;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosStoredProcedureProperties;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.UniqueKey;
import com.azure.cosmos.models.UniqueKeyPolicy;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Databases and containers, as "Databases" and "Collections" in Microsoft's REST API reference have them. */
class ContainersOverTheWireTest {

    private static final EmulatedContainer CONTAINER = new EmulatedContainer(Clock.systemUTC(), 1);

    @AfterAll
    static void stop() {
        CONTAINER.close();
    }

    /** "Create a Database", "Delete a Database". */
    @Test
    void aDatabaseIsThereFromItsCreationToItsEnd() {
        refused(() -> CONTAINER.client.getDatabase("new").read(), 404);
        CONTAINER.client.createDatabase("new");
        refused(() -> CONTAINER.client.createDatabase("new"), 409);

        CosmosDatabase database = CONTAINER.client.getDatabase("new");
        assertThat(database.read().getProperties().getId()).isEqualTo("new");
        database.delete();
        refused(database::read, 404);
    }

    /** "Create a Collection", "Delete a Collection". */
    @Test
    void aContainerIsThereFromItsCreationToItsEnd() {
        CosmosDatabase database = CONTAINER.client.getDatabase("db");
        CosmosContainerProperties definition = new CosmosContainerProperties("new", "/a");
        database.createContainer(definition);
        refused(() -> database.createContainer(definition), 409);

        assertThat(database.getContainer("new")
                        .read()
                        .getProperties()
                        .getPartitionKeyDefinition()
                        .getPaths())
                .containsExactly("/a");
        database.getContainer("new").delete();
        refused(() -> database.getContainer("new").read(), 404);
    }

    /** "Hierarchical partition keys in Azure Cosmos DB": up to three levels, of kind MultiHash. */
    @Test
    void aContainerIsDescribedAsItWasCreated() {
        CosmosContainerProperties properties = CONTAINER.items.read().getProperties();

        assertThat(properties.getPartitionKeyDefinition().getPaths()).containsExactly("/org", "/space");
        assertThat(properties.getPartitionKeyDefinition().getKind()).hasToString("MultiHash");
        assertThat(properties
                        .getUniqueKeyPolicy()
                        .getUniqueKeys()
                        .iterator()
                        .next()
                        .getPaths())
                .containsExactly("/slot");
        assertThat(properties.getDefaultTimeToLiveInSeconds()).isEqualTo(-1);
    }

    /** "Replace a Collection": the indexing policy may change; "Unique key constraints": these may not. */
    @Test
    void onlySomeOfAContainerCanBeChanged() {
        CosmosDatabase database = CONTAINER.client.getDatabase("db");
        database.createContainer(new CosmosContainerProperties("changed", "/a"));
        CosmosContainerProperties changed =
                database.getContainer("changed").read().getProperties();

        changed.setIndexingPolicy(new IndexingPolicy().setExcludedPaths(List.of(new ExcludedPath("/b/?"))));
        database.getContainer("changed").replace(changed);
        changed.setUniqueKeyPolicy(new UniqueKeyPolicy().setUniqueKeys(List.of(new UniqueKey(List.of("/c")))));

        refused(() -> database.getContainer("changed").replace(changed), 400);
        database.getContainer("changed").delete();
    }

    /** What the emulator does not know, Cosmos DB may well do. */
    @Test
    void whatTheEmulatorDoesNotKnowIs501() {
        CosmosStoredProcedureProperties procedure = new CosmosStoredProcedureProperties("p", "function () {}");
        refused(() -> CONTAINER.items.getScripts().createStoredProcedure(procedure), 501);
    }

    private static void refused(ThrowingCallable call, int status) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CosmosException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(status));
    }
}
