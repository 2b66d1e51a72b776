package dev.fileapi.benchmarks.calls;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Counts what this process has used since it started. */
final class ProcessCounters {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Also of threads that have ended: what they had when they were last seen. */
    private final Map<Long, Long> allocatedByThread = new HashMap<>();

    synchronized Reading read() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        for (int i = 0; i < ids.length; i++) {
            allocatedByThread.merge(ids[i], bytes[i], Math::max);
        }
        long allocated =
                allocatedByThread.values().stream().mapToLong(Long::longValue).sum();
        return new Reading(system.getProcessCpuTime(), allocated);
    }

    /**
     * What had been used at a time.
     *
     * @param cpuNanos of all threads, those of the compiler and the collector included, to the hundredth of a second that the kernel counts in
     * @param allocatedBytes of all threads of Java
     */
    record Reading(long cpuNanos, long allocatedBytes) {

        static Reading from(DataInputStream in) throws IOException {
            return new Reading(in.readLong(), in.readLong());
        }

        void write(DataOutputStream out) throws IOException {
            out.writeLong(cpuNanos);
            out.writeLong(allocatedBytes);
        }

        Reading since(Reading earlier) {
            return new Reading(cpuNanos - earlier.cpuNanos, allocatedBytes - earlier.allocatedBytes);
        }
    }
}
