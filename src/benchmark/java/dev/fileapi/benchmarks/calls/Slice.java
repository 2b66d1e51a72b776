package dev.fileapi.benchmarks.calls;

/**
 * What came of one kind of call for a time.
 *
 * @param seconds from the first call's start to the last one's end
 * @param cpuMillis of the service's process per call, less what it uses when idle
 * @param allocatedBytes of the service's process per call
 * @param database what it did per call
 */
record Slice(Latencies latencies, double seconds, double cpuMillis, double allocatedBytes, DatabaseShare database) {

    double perSecond() {
        return latencies.count() / seconds;
    }

    Slice with(DatabaseShare share) {
        return new Slice(latencies, seconds, cpuMillis, allocatedBytes, share);
    }

    /**
     * A call's share of what the database did.
     *
     * @param millis how long sessions executed statements
     */
    record DatabaseShare(double millis, double transactions) {

        static final DatabaseShare NOT_READ = new DatabaseShare(0, 0);

        static DatabaseShare of(Database.Reading done, long calls) {
            return new DatabaseShare(done.activeMillis() / calls, (double) done.transactions() / calls);
        }
    }
}
