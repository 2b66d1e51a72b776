package dev.fileapi.benchmarks;

import dev.fileapi.access.Role;
import dev.fileapi.benchmarks.worker.Jvm;
import dev.fileapi.benchmarks.worker.WorkerFiles;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How long a worker takes from its start to its first answers, part by part, in several kinds of JVM: medians of rounds in which each
 * kind has its turn, and what they are to the first kind's. Run it after {@code ./mvnw package -DskipTests}; see docs/start-up.md.
 */
final class StartUpBenchmark {

    private final RunningHost host;
    private final String classPath;
    private final String store;

    private StartUpBenchmark(RunningHost host, String classPath, String store) {
        this.host = host;
        this.classPath = classPath;
        this.store = store;
    }

    /**
     * Measures and prints tables.
     *
     * @param homes of JDKs; the others are compared with the first
     */
    static void run(int rounds, StoreKind store, List<Path> homes) throws Exception {
        HostOptions options = HostOptions.inMemory().withStore(store).withEvents(false);
        try (RunningHost host = RunningHost.start(options)) {
            StartUpBenchmark benchmark = new StartUpBenchmark(host, WorkerFiles.classPath(), store.toString());
            List<Jvm> jvms = new ArrayList<>();
            for (Path home : homes) {
                jvms.addAll(benchmark.kinds(home));
            }
            benchmark.measure(jvms, rounds);
        }
    }

    private List<Jvm> kinds(Path home) throws IOException {
        String version = Files.readAllLines(home.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                .findFirst()
                .orElseThrow();
        Jvm usual = new Jvm("Java " + version, home.resolve("bin/java"), Jvm.WORKERS);
        return List.of(
                usual,
                usual.without("Java " + version + ", all compilers", Jvm.FIRST_COMPILER_ONLY),
                trained(usual, Integer.parseInt(version)));
    }

    /** With an archive of what a training run loaded. Verification stays on in both: without it nothing is archived. */
    private Jvm trained(Jvm jvm, int version) throws IOException {
        Jvm verifying = jvm.without("training", "-noverify");
        Path archive =
                WorkerFiles.OUTPUT.resolve(store + "-" + version + ".archive").toAbsolutePath();
        Files.deleteIfExists(archive);
        if (version >= 25) {
            run(verifying.with("training", "-XX:AOTCacheOutput=" + archive), "cold", "time");
            return verifying.with(jvm.name() + ", AOT cache", "-XX:AOTCache=" + archive);
        }
        Path classes =
                WorkerFiles.OUTPUT.resolve(store + "-" + version + ".classes").toAbsolutePath();
        run(verifying.with("training", "-XX:DumpLoadedClassList=" + classes), "cold", "time");
        dump(verifying.with(
                "dump", "-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive));
        return verifying.with(jvm.name() + ", shared classes", "-XX:SharedArchiveFile=" + archive);
    }

    private void dump(Jvm jvm) throws IOException {
        Process process = jvm.process(classPath, List.of())
                .redirectErrorStream(true)
                .redirectOutput(WorkerFiles.OUTPUT.resolve("dump.log").toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("No archive, see dump.log");
        }
    }

    private void measure(List<Jvm> jvms, int rounds) throws IOException {
        Map<String, List<Map<String, Long>>> cold = new LinkedHashMap<>();
        Map<String, List<Map<String, Long>>> warm = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Jvm jvm : jvms) {
                cold.computeIfAbsent(jvm.name(), name -> new ArrayList<>()).add(run(jvm, "cold", "time"));
                warm.computeIfAbsent(jvm.name(), name -> new ArrayList<>()).add(run(jvm, "warm", "time"));
            }
        }
        new StartUpTable(store + ", without warm-up", cold).print(System.out);
        new StartUpTable(store + ", after warm-up", warm).print(System.out);
        Jvm usual = jvms.get(0);
        new StartUpCosts(
                        store + ", without warm-up",
                        Objects.requireNonNull(cold.get(usual.name())),
                        run(usual, "cold", "count"))
                .print(System.out);
        new StartUpCosts(
                        store + ", after warm-up",
                        Objects.requireNonNull(warm.get(usual.name())),
                        run(usual, "warm", "count"))
                .print(System.out);
    }

    /** Runs {@link StartUp}: what it printed of each part. */
    private Map<String, Long> run(Jvm jvm, String start, String figures) throws IOException {
        String path = host.workspace().getPath() + "/files/path/start-up.txt";
        ProcessBuilder builder = jvm.process(
                        classPath,
                        List.of(
                                StartUp.class.getName(),
                                WorkerFiles.FUNCTIONS.toString(),
                                WorkerFiles.LIBRARIES.toString(),
                                start,
                                host.token(Role.EDITOR),
                                path,
                                figures))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(host.settings());
        List<String> lines = builder.start().inputReader().lines().toList();
        Map<String, Long> parts = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.lastIndexOf(": ");
            if (line.matches("[A-Za-z' -]+: \\d+")) {
                parts.put(line.substring(0, colon), Long.parseLong(line.substring(colon + 2)));
            }
        }
        parts.keySet().removeIf(part -> part.endsWith("the benchmark's own"));
        if (parts.keySet().stream().noneMatch(part -> part.endsWith("second link"))) {
            throw new IOException(jvm.name() + " did not get through: " + lines);
        }
        return parts;
    }
}
