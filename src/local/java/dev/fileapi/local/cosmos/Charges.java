package dev.fileapi.local.cosmos;

/**
 * What operations cost in request units, after the rules of thumb in "Request Units in Azure Cosmos DB" and "Optimize request
 * cost in Azure Cosmos DB": reading 1 KB costs 1 and 100 KB 10; inserting 1 KB costs 5.5 before indexing, replacing it twice the
 * insert. The query's parts are measured in the documentation's examples rather than promised there.
 */
final class Charges {

    static final double POINT_READ = 1;
    /** A write that was refused. */
    static final double REFUSED = 1.24;

    private static final double QUERY = 2.3;
    private static final double KILOBYTE = 1024;

    private Charges() {}

    static double read(int bytes) {
        return POINT_READ + (beyondFirstKilobyte(bytes) / 11);
    }

    static double insert(int bytes, int indexedProperties) {
        return 5.5 + 0.5 * beyondFirstKilobyte(bytes) + 0.1 * indexedProperties;
    }

    static double replace(int bytes, int indexedProperties) {
        return 2 * insert(bytes, indexedProperties);
    }

    static double delete(int bytes, int indexedProperties) {
        return insert(bytes, indexedProperties);
    }

    /**
     * @param matched entries of the index that were used
     * @param loadedBytes of the documents that had to be looked into: all that match, and those that no index could rule out
     */
    static double query(long matched, long loadedBytes) {
        return QUERY + 0.005 * matched + 0.04 * (loadedBytes / KILOBYTE);
    }

    private static double beyondFirstKilobyte(int bytes) {
        return Math.max(0, bytes / KILOBYTE - 1);
    }
}
