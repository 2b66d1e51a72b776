package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A database and its containers, each found by name or system id. */
final class Database {

    private final String id;
    private final String rid;
    private final int physicalPartitions;
    private final Clock clock;
    private final AtomicInteger lastContainer = new AtomicInteger();
    private final Map<String, Container> containers = new ConcurrentHashMap<>();

    Database(String id, String rid, int physicalPartitions, Clock clock) {
        this.id = id;
        this.rid = rid;
        this.physicalPartitions = physicalPartitions;
        this.clock = clock;
    }

    String rid() {
        return rid;
    }

    Container create(ObjectNode body) {
        ContainerDefinition definition = ContainerDefinition.of(body);
        String containerRid = ResourceIds.container(rid, lastContainer.incrementAndGet());
        Container created = new Container(containerRid, definition, physicalPartitions, clock);
        if (containers.putIfAbsent(definition.id(), created) != null) {
            throw Refusal.conflict("Resource with specified id already exists: " + definition.id());
        }
        containers.put(containerRid, created);
        return created;
    }

    Container find(String nameOrRid) {
        Container found = containers.get(nameOrRid);
        if (found == null) {
            throw Refusal.notFound("container " + nameOrRid);
        }
        return found;
    }

    void delete(String nameOrRid) {
        Container found = find(nameOrRid);
        containers.remove(found.rid());
        containers.remove(found.definition().id());
    }

    ObjectNode describe() {
        return Json.object()
                .put("id", id)
                .put("_rid", rid)
                .put("_self", "dbs/" + rid + "/")
                .put("_etag", "\"0\"")
                .put("_colls", "colls/")
                .put("_users", "users/")
                .put("_ts", clock.instant().getEpochSecond());
    }
}
