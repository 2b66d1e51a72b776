package dev.fileapi.benchmarks.calls;

import dev.fileapi.benchmarks.worker.Jvm;
import java.nio.file.Path;

/**
 * How to measure.
 *
 * @param rounds in which each kind of call has its turn
 * @param seconds of a turn
 * @param callers at the same time
 */
public record CallsOptions(int rounds, int seconds, int callers, Compiler compiler) {

    /** The just-in-time compilers of the service's JVM. */
    public enum Compiler {
        /** The one that starts fast, alone: the worker's default. */
        C1,
        /** Then also the one that optimises more. */
        C2
    }

    Jvm jvm() {
        Jvm worker = new Jvm("worker", Path.of(System.getProperty("java.home"), "bin", "java"), Jvm.WORKERS);
        return compiler == Compiler.C1 ? worker : worker.without("worker, all compilers", Jvm.FIRST_COMPILER_ONLY);
    }
}
