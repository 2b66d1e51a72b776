package dev.fileapi.local;

import dev.fileapi.local.cosmos.CosmosEmulator;
import java.util.Map;

/** How a service is told to use an emulated account of Cosmos DB. */
public final class EmulatedAccount {

    private EmulatedAccount() {}

    /** Settings by property name. */
    public static Map<String, Object> properties(CosmosEmulator emulator) {
        return Map.of(
                "fileapi.store",
                "cosmos",
                "fileapi.cosmos.endpoint",
                emulator.endpoint(),
                "fileapi.cosmos.key",
                CosmosEmulator.KEY,
                "fileapi.cosmos.mode",
                "gateway",
                "fileapi.cosmos.create-if-missing",
                true);
    }
}
