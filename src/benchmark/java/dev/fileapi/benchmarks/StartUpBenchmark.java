package dev.fileapi.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.fileapi.access.Role;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * How long a worker takes from its start to its first answers, part by part, in several kinds of JVM: medians of rounds in which each
 * kind has its turn, and what they are to the first kind's. Run it after {@code ./mvnw package -DskipTests}; see docs/start-up.md.
 */
final class StartUpBenchmark {

    private static final Path PACKAGE = Path.of("target/azure-functions/file-api");
    private static final Path WORKER_LIBRARIES = Path.of("target/worker-lib");
    private static final Path FOLDER = Path.of("target/benchmarks");

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
            StartUpBenchmark benchmark = new StartUpBenchmark(host, classPath(), store.toString());
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
                usual.without("Java " + version + ", all compilers", "-XX:TieredStopAtLevel=1"),
                trained(usual, Integer.parseInt(version)));
    }

    /** With an archive of what a training run loaded. Verification stays on in both: without it nothing is archived. */
    private Jvm trained(Jvm jvm, int version) throws IOException {
        Jvm verifying = jvm.without("training", "-noverify");
        Path archive = FOLDER.resolve(store + "-" + version + ".archive").toAbsolutePath();
        Files.deleteIfExists(archive);
        if (version >= 25) {
            run(verifying.with("training", "-XX:AOTCacheOutput=" + archive), "cold");
            return verifying.with(jvm.name() + ", AOT cache", "-XX:AOTCache=" + archive);
        }
        Path classes = FOLDER.resolve(store + "-" + version + ".classes").toAbsolutePath();
        run(verifying.with("training", "-XX:DumpLoadedClassList=" + classes), "cold");
        dump(verifying.with(
                "dump", "-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive));
        return verifying.with(jvm.name() + ", shared classes", "-XX:SharedArchiveFile=" + archive);
    }

    private void dump(Jvm jvm) throws IOException {
        List<String> command = new ArrayList<>(List.of(jvm.java().toString()));
        command.addAll(jvm.arguments());
        command.addAll(List.of("-cp", classPath));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("dump.log").toFile())
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
                cold.computeIfAbsent(jvm.name(), name -> new ArrayList<>()).add(run(jvm, "cold"));
                warm.computeIfAbsent(jvm.name(), name -> new ArrayList<>()).add(run(jvm, "warm"));
            }
        }
        new StartUpTable(store + ", without warm-up", cold).print(System.out);
        new StartUpTable(store + ", after warm-up", warm).print(System.out);
    }

    private Map<String, Long> run(Jvm jvm, String start) throws IOException {
        String path = host.workspace().getPath() + "/files/path/start-up.txt";
        return jvm.run(
                classPath,
                host.settings(),
                List.of(PACKAGE.toString(), WORKER_LIBRARIES.toString(), start, host.token(Role.EDITOR), path));
    }

    /** In jars, since archives are of jars' classes alone. */
    private static String classPath() throws IOException, URISyntaxException {
        Files.createDirectories(FOLDER);
        Path worker = FOLDER.resolve("worker.jar");
        Path classes = Path.of("target/test-classes");
        try (OutputStream file = Files.newOutputStream(worker);
                JarOutputStream jar = new JarOutputStream(file)) {
            for (String folder : List.of("dev/fileapi/benchmarks", "dev/fileapi/local/functions")) {
                try (Stream<Path> found = Files.list(classes.resolve(folder))) {
                    for (Path type : found.sorted().toList()) {
                        jar.putNextEntry(new JarEntry(folder + "/" + type.getFileName()));
                        Files.copy(type, jar);
                    }
                }
            }
        }
        List<String> paths = new ArrayList<>(List.of(worker.toString()));
        for (Class<?> type : List.of(
                ExecutionContext.class,
                FunctionInstanceInjector.class,
                JsonMapper.class,
                JsonFactory.class,
                JsonInclude.class,
                Logger.class)) {
            paths.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return paths.stream().collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
