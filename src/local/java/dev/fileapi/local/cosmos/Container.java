package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A container and its partitions. */
final class Container {

    private final String rid;
    private final Clock clock;
    private final List<PhysicalPartition> physical;
    private final Map<String, LogicalPartition> logical = new HashMap<>();
    /** Those that expire, by when; each undoes itself. */
    private final TreeMap<Long, List<Runnable>> expiries = new TreeMap<>();

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile ContainerDefinition definition;
    private long lastDocument;

    Container(String rid, ContainerDefinition definition, int physicalPartitions, Clock clock) {
        this.rid = rid;
        this.definition = definition;
        this.clock = clock;
        this.physical = ranges(physicalPartitions);
    }

    /** Effective keys are hexadecimal and begin with 00 to 3F. */
    private static List<PhysicalPartition> ranges(int count) {
        List<PhysicalPartition> ranges = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String from = at == 0 ? "" : "%02X".formatted(at * 0x40 / count);
            String to = at == count - 1 ? "FF" : "%02X".formatted((at + 1) * 0x40 / count);
            ranges.add(new PhysicalPartition(Integer.toString(at), from, to));
        }
        return ranges;
    }

    String rid() {
        return rid;
    }

    ContainerDefinition definition() {
        return definition;
    }

    /** What may be changed later: indexing and ttl. */
    void redefine(ContainerDefinition changed) {
        if (!changed.partitionKey().equals(definition.partitionKey())
                || !changed.uniqueKeys().equals(definition.uniqueKeys())) {
            throw Refusal.badRequest("Partition key and unique keys of a container cannot be changed");
        }
        definition = changed;
    }

    List<PhysicalPartition> physicalPartitions() {
        return physical;
    }

    ObjectNode describe() {
        ObjectNode body = definition.body().deepCopy();
        body.put("_rid", rid).put("_self", selfLink()).put("_ts", now());
        body.put("_etag", "\"" + rid + "\"");
        return body;
    }

    private String selfLink() {
        return "dbs/" + ResourceIds.databaseOf(rid) + "/colls/" + rid + "/";
    }

    ArrayNode describePartitions() {
        ArrayNode list = Json.object().putArray("ranges");
        physical.forEach(each -> list.addObject()
                .put("_rid", rid)
                .put("id", each.id())
                .put("_etag", "\"0\"")
                .put("minInclusive", each.from())
                .put("maxExclusive", each.to())
                .put("ridPrefix", 0)
                .put("throughputFraction", 1.0 / physical.size())
                .put("status", "online")
                .put("_self", selfLink() + "pkranges/" + each.id() + "/")
                .putArray("parents"));
        return list;
    }

    /** The partition with the key, a JSON array; null when nothing was ever stored there. To be called inside read or write. */
    @Nullable
    LogicalPartition find(String key) {
        return logical.get(key);
    }

    LogicalPartition findOrCreate(String key) {
        return logical.computeIfAbsent(key, missing -> {
            String effective = definition.effectivePartitionKey(key);
            PhysicalPartition home = physical.stream()
                    .filter(each -> each.holds(effective))
                    .findFirst()
                    .orElseThrow();
            return new LogicalPartition(home, effective, definition.uniqueKeys());
        });
    }

    /** The documents whose effective partition key lies in a part of a physical partition. */
    DocumentSet between(String from, String to) {
        DocumentSet part = new DocumentSet();
        logical.values().stream()
                .filter(each -> each.effectiveKey().compareTo(from) >= 0
                        && each.effectiveKey().compareTo(to) < 0)
                .forEach(each -> each.documents()
                        .index(new DocumentSet.IndexKey(List.of(), List.of(), false))
                        .values()
                        .forEach(part::add));
        return part;
    }

    <T> T read(Supplier<T> work) {
        if (somethingExpired()) {
            write(transaction -> "removed what expired");
        }
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Does all of the work or, when it throws, nothing. */
    <T> T write(Function<Transaction, T> work) {
        lock.writeLock().lock();
        try {
            removeExpired();
            Transaction transaction = new Transaction(this);
            try {
                return work.apply(transaction);
            } catch (RuntimeException e) {
                transaction.rollBack();
                throw e;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    long nextDocument() {
        return ++lastDocument;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    void expireLater(LogicalPartition partition, StoredDocument document) {
        expiries.computeIfAbsent(document.expiresAt(), at -> new ArrayList<>()).add(() -> {
            if (partition.find(document.id()) == document) {
                partition.remove(document);
            }
        });
    }

    private boolean somethingExpired() {
        lock.readLock().lock();
        try {
            return !expiries.isEmpty() && expiries.firstKey() <= now();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void removeExpired() {
        while (!expiries.isEmpty() && expiries.firstKey() <= now()) {
            expiries.pollFirstEntry().getValue().forEach(Runnable::run);
        }
    }
}
