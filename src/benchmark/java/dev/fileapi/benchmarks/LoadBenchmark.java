package dev.fileapi.benchmarks;

import dev.fileapi.access.Role;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.StoreKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What the service's calls cost under load: some callers in a loop, over HTTP, against the local host with each of the stores. Prints
 * medians and 99th percentiles, and each median as a ratio to that of a call refused for want of a token, on the same store in the same
 * run: that is what host, router and sockets cost by themselves.
 */
final class LoadBenchmark {

    private static final int CALLERS = 4;
    private static final int CALLS = 150;

    /** How many uploads a list has to ask about. */
    private static final int[] IN_FLIGHT = {0, 100, 1_000};

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningHost host;
    private final String store;
    private final String token;
    private double baseline;

    private LoadBenchmark(RunningHost host, String store) {
        this.host = host;
        this.store = store;
        this.token = "Bearer " + host.token(Role.EDITOR);
    }

    static void run() throws Exception {
        System.out.println("| Store | Call | p50 ms | p99 ms | calls/s | p50 to refused call's |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        for (StoreKind store : StoreKind.values()) {
            try (RunningHost host = RunningHost.start(HostOptions.inMemory()
                    .withStore(store)
                    .withEvents(false)
                    .withSetting("FILEAPI_FILES_MAX_UPLOADS_PER_FILE", "0")
                    .withSetting("FILEAPI_FILES_READ_CALL_BUDGET", "10000"))) {
                new LoadBenchmark(host, store.name().toLowerCase(Locale.ROOT)).measureTwice();
            }
        }
    }

    /** All of it twice, since the first time is the just-in-time compiler's. */
    private void measureTwice() throws Exception {
        measureAll("first", (what, milliseconds, perSecond) -> {});
        measureAll("second", this::print);
    }

    private void measureAll(String round, Result result) throws Exception {
        String old = round + "-old";
        committed(old);
        measure(
                "refused: no token",
                result,
                (caller, call) -> status(401, request("/files", "").GET()));
        measure("GET of a file", result, (caller, call) -> get(old, ""));
        measure("GET with its versions", result, (caller, call) -> get(old, "?include_versions=true"));
        measure("link for an existing file", result, (caller, call) -> link(old));
        measure("GET of a file with many uploads in progress", result, (caller, call) -> get(old, ""));
        measure("link for a new file", result, (caller, call) -> link(round + "-new-" + caller + "-" + call));
        measure(
                "upload of 1 kB, from link to GET",
                result,
                (caller, call) -> committed(round + "-" + caller + "-" + call));
        measure(
                "list page of 100",
                result,
                (caller, call) -> status(200, authorized("/files?limit=100").GET()));
        measure(
                "delete",
                result,
                (caller, call) -> status(
                        204,
                        authorized("/files/path/" + round + "-" + caller + "-" + call)
                                .DELETE()));
        for (int inFlight : IN_FLIGHT) {
            new ListBesideUploads(host, inFlight).measure(result);
        }
    }

    private void committed(String name) throws IOException, InterruptedException {
        URI link = URI.create(link(name).replaceAll(".*\"upload\":\"([^\"]+)\".*", "$1"));
        status(
                201,
                HttpRequest.newBuilder(link)
                        .header("x-ms-blob-type", "BlockBlob")
                        .PUT(BodyPublishers.ofByteArray(new byte[1024])));
        get(name, "");
    }

    private String link(String name) throws IOException, InterruptedException {
        return status(200, authorized("/files/path/" + name).PUT(BodyPublishers.noBody()));
    }

    private String get(String name, String query) throws IOException, InterruptedException {
        return status(200, authorized("/files/path/" + name + query).GET());
    }

    private HttpRequest.Builder authorized(String address) {
        return request(address, token);
    }

    private HttpRequest.Builder request(String address, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host.workspace() + address));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private String status(int expected, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException("Not " + expected + " but " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void measure(String what, Result result, Call call) throws Exception {
        long start = System.nanoTime();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            double[] milliseconds =
                    IntStream.range(0, CALLERS)
                            .mapToObj(caller -> callers.submit(() -> loop(caller, call)))
                            .toList()
                            .stream()
                            .flatMapToDouble(times -> Arrays.stream(get(times)))
                            .sorted()
                            .toArray();
            result.tell(what, milliseconds, CALLERS * CALLS * 1e9 / (System.nanoTime() - start));
        } finally {
            callers.shutdown();
        }
    }

    private void print(String what, double[] milliseconds, double perSecond) {
        double median = milliseconds[milliseconds.length / 2];
        double late = milliseconds[milliseconds.length * 99 / 100];
        baseline = baseline == 0 ? median : baseline;
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.0f | %.1f |%n",
                store,
                what,
                median,
                late,
                perSecond,
                median / baseline);
    }

    /** How long each call took. */
    private static double[] loop(int caller, Call call) throws Exception {
        double[] milliseconds = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            call.make(caller, i);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        return milliseconds;
    }

    private static double[] get(Future<double[]> times) {
        try {
            return times.get();
        } catch (Exception e) {
            throw new IllegalStateException("A call failed", e);
        }
    }

    /** One call of the service. */
    @FunctionalInterface
    private interface Call {
        void make(int caller, int call) throws Exception;
    }

    /** What came of a measurement, its times in order. */
    @FunctionalInterface
    interface Result {
        void tell(String what, double[] milliseconds, double perSecond);
    }
}
