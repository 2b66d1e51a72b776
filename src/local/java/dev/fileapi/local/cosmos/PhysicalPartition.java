package dev.fileapi.local.cosmos;

import java.util.concurrent.atomic.AtomicLong;

/** A range of partition keys that live together: what a query across partitions is sent to. */
final class PhysicalPartition {

    private final String id;
    private final String from;
    private final String to;
    private final DocumentSet documents = new DocumentSet();
    private final AtomicLong writes = new AtomicLong();

    /**
     * @param from the least effective key, inclusive
     * @param to the greatest, exclusive
     */
    PhysicalPartition(String id, String from, String to) {
        this.id = id;
        this.from = from;
        this.to = to;
    }

    String id() {
        return id;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    boolean holds(String effectiveKey) {
        return effectiveKey.compareTo(from) >= 0 && effectiveKey.compareTo(to) < 0;
    }

    DocumentSet documents() {
        return documents;
    }

    void countWrite() {
        writes.incrementAndGet();
    }

    /** Names the state that a read must have seen: partition, version, number of writes. */
    String sessionToken() {
        return id + ":-1#" + writes.get();
    }
}
