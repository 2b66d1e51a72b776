package dev.fileapi.benchmarks.calls;

import dev.fileapi.benchmarks.worker.WorkerFiles;
import dev.fileapi.local.Closer;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Measures what calls cost the service's process: the packaged functions in a JVM with the worker's arguments and class loaders, PostgreSQL
 * that commits to the disk, and Azurite. In each round every kind of call has its turn, the floors among them, so that whatever else the
 * machine does falls on all.
 */
public final class CallsBenchmark {

    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration WARM_UP_SLICE = Duration.ofSeconds(1);
    private static final int MAX_WARM_UP_SLICES = 30;

    private final CallsOptions options;
    private final Load load;
    private final Measured floor;
    private final List<Measured> all;

    private CallsBenchmark(CallsOptions options, Load load, Calls calls) {
        this.options = options;
        this.load = load;
        this.floor = new Measured(calls.floor());
        this.all = Stream.concat(
                        Stream.of(new Measured(calls.emptyFunction()), floor),
                        calls.ofTheService().stream().map(Measured::new))
                .toList();
    }

    /** Starts everything, measures, and removes what it has made. Hardly any of the uploads whose links are measured is ever completed. */
    public static CallsReport run(CallsOptions options) throws Exception {
        Files.createDirectories(WorkerFiles.OUTPUT);
        Path data = Files.createTempDirectory(WorkerFiles.OUTPUT, "calls");
        try (Closer parts = new Closer()) {
            parts.add(() -> delete(data));
            RunningHost host = parts.add(RunningHost.start(HostOptions.inMemory()
                    .withData(data)
                    .withStore(StoreKind.POSTGRES)
                    .withEvents(false)
                    .withSetting("FILEAPI_FILES_MAX_UPLOADS_PER_FILE", "0")
                    .withSetting("FILEAPI_FILES_MAX_UPLOADS_PER_WORKSPACE", "0")));
            String databaseUrl = Objects.requireNonNull(host.settings().get("FILEAPI_JDBC_URL"));
            Calls calls = new Calls(host, databaseUrl);
            Database database = parts.add(Database.open(databaseUrl));
            database.prepare();
            ServiceProcess service = parts.add(ServiceProcess.start(options.jvm(), host.settings(), options.callers()));
            Load load = parts.add(new Load(service, database, host));
            return new CallsBenchmark(options, load, calls).measure();
        }
    }

    private CallsReport measure() throws Exception {
        double loadBefore = loadAverage();
        warmUp();
        double idle = load.measureIdle(IDLE);
        Duration turn = Duration.ofSeconds(options.seconds());
        for (int round = 0; round < options.rounds(); round++) {
            for (Measured each : all) {
                each.slices.add(load.runWithDatabase(each.call, turn));
            }
        }
        return new CallsReport(
                options,
                Runtime.version().toString(),
                options.jvm().arguments(),
                Runtime.getRuntime().availableProcessors(),
                List.of(loadBefore, loadAverage()),
                idle,
                all.stream().map(each -> each.figures(floor)).toList());
    }

    /** Each kind in turn, those that are warm left out. */
    private void warmUp() throws Exception {
        List<Measured> cold = all;
        for (int slice = 0; slice < MAX_WARM_UP_SLICES && !cold.isEmpty(); slice++) {
            for (Measured each : cold) {
                each.warmUp.add(load.run(each.call, WARM_UP_SLICE).cpuMillis());
            }
            cold = cold.stream().filter(each -> !each.warmUp.isOver()).toList();
        }
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A kind of call and what came of it so far. */
    private static final class Measured {

        private final Call call;
        private final WarmUp warmUp = new WarmUp();
        private final List<Slice> slices = new ArrayList<>();

        Measured(Call call) {
            this.call = call;
        }

        Figures figures(Measured floor) {
            return Figures.of(call.name(), slices, floor.slices, warmUp);
        }
    }
}
