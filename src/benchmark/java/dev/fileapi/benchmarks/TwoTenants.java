package dev.fileapi.benchmarks;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one tenant feels of another in the same worker: how long its links for new files take while the other is quiet, and while the other
 * sends its largest batches and lists from several connections all the time. Quiet and loud phases take turns, so that whatever else the
 * machine does falls on both.
 */
final class TwoTenants {

    private static final int ROUNDS = 6;
    private static final int LINKS = 150;
    private static final int LOUD_CALLERS = 4;
    private static final int BATCH = 1_000;

    /** Between two links, as a person's client would leave it. */
    private static final long PAUSE_MILLIS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningHost host;
    private final Tenant quiet;
    private final Tenant loud;
    private final AtomicInteger names = new AtomicInteger();
    private final Map<Integer, AtomicInteger> loudAnswers = new ConcurrentHashMap<>();

    private TwoTenants(RunningHost host) {
        this.host = host;
        this.quiet = tenant();
        this.loud = tenant();
    }

    private record Tenant(URI workspace, String token) {}

    static void run() throws Exception {
        System.out.println(
                "| Store | Other tenant | p50 ms | p99 ms | p50 to quiet | p99 to quiet | its calls in a loud phase |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | --- |");
        // the emulator of Cosmos DB would be measured with the worker, whose process it shares
        for (StoreKind store : List.of(StoreKind.H2, StoreKind.POSTGRES)) {
            try (RunningHost host = RunningHost.start(HostOptions.inMemory()
                    .withStore(store)
                    .withEvents(false)
                    .withSetting("FILEAPI_FILES_MAX_UPLOADS_PER_WORKSPACE", "0"))) {
                new TwoTenants(host).measure(store.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void measure(String store) throws Exception {
        links(); // the just-in-time compiler's
        whileLoud(this::links);
        loudAnswers.clear();
        List<double[]> alone = new ArrayList<>();
        List<double[]> beside = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(links());
            beside.add(whileLoud(this::links));
        }
        double[] quietTimes = sorted(alone);
        double[] loudTimes = sorted(beside);
        print(store, "quiet", quietTimes, quietTimes, "");
        print(store, "loud", loudTimes, quietTimes, answers());
    }

    private String answers() {
        return loudAnswers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue().get() / ROUNDS + " × " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void print(String store, String phase, double[] times, double[] quiet, String answers) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.1f | %.1f | %s |%n",
                store,
                phase,
                at(times, 50),
                at(times, 99),
                at(times, 50) / at(quiet, 50),
                at(times, 99) / at(quiet, 99),
                answers);
    }

    private static double at(double[] sorted, int percent) {
        return sorted[sorted.length * percent / 100];
    }

    private static double[] sorted(List<double[]> phases) {
        return phases.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** How long each link of the quiet tenant took. */
    private double[] links() throws Exception {
        double[] milliseconds = new double[LINKS];
        for (int i = 0; i < LINKS; i++) {
            HttpRequest link = request(quiet, "/files/path/" + names.incrementAndGet())
                    .PUT(BodyPublishers.noBody())
                    .build();
            long start = System.nanoTime();
            int status = http.send(link, BodyHandlers.ofString()).statusCode();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
            if (status != 200) {
                throw new IllegalStateException("A link was answered with " + status);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return milliseconds;
    }

    private double[] whileLoud(Phase phase) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(LOUD_CALLERS);
        try {
            List<Future<?>> loops = new ArrayList<>();
            for (int caller = 0; caller < LOUD_CALLERS; caller++) {
                boolean batches = caller % 2 == 0;
                loops.add(callers.submit(() -> {
                    while (!over.get()) {
                        loudAnswers
                                .computeIfAbsent(batches ? batch() : list(), any -> new AtomicInteger())
                                .incrementAndGet();
                    }
                    return null;
                }));
            }
            Thread.sleep(500);
            double[] times = phase.measure();
            over.set(true);
            for (Future<?> loop : loops) {
                loop.get();
            }
            return times;
        } finally {
            over.set(true);
            callers.shutdown();
        }
    }

    private int batch() throws IOException, InterruptedException {
        int number = names.incrementAndGet();
        String paths = IntStream.range(0, BATCH)
                .mapToObj(i -> "\"batch/" + number + "/" + i + "\"")
                .collect(Collectors.joining(",", "{\"paths\": [", "]}"));
        return status(request(loud, "/uploads")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(paths)));
    }

    private int list() throws IOException, InterruptedException {
        int status = status(request(loud, "/uploads?limit=1000").GET());
        return status == 200 ? status(request(loud, "/files?limit=5000").GET()) : status;
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder request(Tenant tenant, String address) {
        return HttpRequest.newBuilder(URI.create(tenant.workspace() + address)).header("Authorization", tenant.token());
    }

    private Tenant tenant() {
        Workspace own = new Workspace(UUID.randomUUID(), UUID.randomUUID());
        return new Tenant(
                host.workspace(own),
                "Bearer " + host.issuer().token(TokenOrder.of(UUID.randomUUID(), own, Role.EDITOR)));
    }

    /** What is measured while the other tenant is loud. */
    @FunctionalInterface
    private interface Phase {
        double[] measure() throws Exception;
    }
}
