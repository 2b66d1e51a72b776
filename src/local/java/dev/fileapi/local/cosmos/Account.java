package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases of the account, each found by name or system id, and what a client first asks about an account. */
final class Account {

    private final int physicalPartitions;
    private final Clock clock;
    private final AtomicInteger lastDatabase = new AtomicInteger();
    private final Map<String, Database> databases = new ConcurrentHashMap<>();

    /** @param physicalPartitions how many each container has */
    Account(int physicalPartitions, Clock clock) {
        this.physicalPartitions = physicalPartitions;
        this.clock = clock;
    }

    Database create(String id) {
        Database created =
                new Database(id, ResourceIds.database(lastDatabase.incrementAndGet()), physicalPartitions, clock);
        if (databases.putIfAbsent(id, created) != null) {
            throw Refusal.conflict("Resource with specified id already exists: " + id);
        }
        databases.put(created.rid(), created);
        return created;
    }

    Database find(String nameOrRid) {
        Database found = databases.get(nameOrRid);
        if (found == null) {
            throw Refusal.notFound("database " + nameOrRid);
        }
        return found;
    }

    void delete(String nameOrRid) {
        Database found = find(nameOrRid);
        databases.values().removeIf(each -> each.equals(found));
    }

    /** One region, session consistency. */
    static ObjectNode describe(String endpoint) {
        ObjectNode body = Json.object()
                .put("id", "emulator")
                .put("_rid", "emulator.documents.azure.com")
                .put("_self", "")
                .put("media", "//media/")
                .put("addresses", "//addresses/")
                .put("_dbs", "//dbs/")
                .put("enableMultipleWriteLocations", false)
                .put("queryEngineConfiguration", "{}");
        for (String locations : new String[] {"writableLocations", "readableLocations"}) {
            body.putArray(locations).addObject().put("name", "Local").put("databaseAccountEndpoint", endpoint);
        }
        body.putObject("userConsistencyPolicy").put("defaultConsistencyLevel", "Session");
        for (String policy : new String[] {"userReplicationPolicy", "systemReplicationPolicy"}) {
            body.putObject(policy).put("minReplicaSetSize", 1).put("maxReplicasetSize", 4);
        }
        body.putObject("readPolicy").put("primaryReadCoefficient", 1).put("secondaryReadCoefficient", 1);
        return body;
    }
}
