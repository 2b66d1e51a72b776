package dev.fileapi.client;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures transfers against a running service: many small files against as many bare PUTs to links that were made before, and one large file up
 * and down. Arguments: the service's address, a token, how many small files, how many MiB the large file has.
 */
final class TransferBenchmark {

    private static final int PARALLEL = 8;
    private static final int SMALL_BYTES = 1_024;
    private static final int MIB = 1024 * 1024;
    private static final double MILLIS = 1_000;

    private final FileApiClient client;
    private final Path folder;

    private TransferBenchmark(FileApiClient client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("fileapi-benchmark");
        try (FileApiClient client = FileApiClient.builder()
                .baseUrl(URI.create(arguments[0]))
                .organisation(Product.ORGANISATION)
                .workspace(Product.WORKSPACE)
                .token(() -> arguments[1])
                .parallelism(PARALLEL)
                .build()) {
            TransferBenchmark benchmark = new TransferBenchmark(client, folder);
            int files = Integer.parseInt(arguments[2]);
            benchmark.bare(files / 10);
            benchmark.library(files / 10, Completion.SENT);
            double bare = benchmark.bare(files);
            double sent = benchmark.library(files, Completion.SENT);
            System.out.printf(
                    "%,d files of 1 KiB: bare PUTs %.1f s, sent by the library %.1f s, ratio %.2f%n",
                    files, bare, sent, sent / bare);
            benchmark.large(Integer.parseInt(arguments[3]));
            double recorded = benchmark.library(files / 10, Completion.RECORDED);
            System.out.printf("%,d files of 1 KiB, recorded: %.1f s%n", files / 10, recorded);
        } finally {
            try (var all = Files.list(folder)) {
                for (Path each : all.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    /** Returns the seconds of PUTs by threads that do nothing else. */
    private double bare(int files) throws IOException, InterruptedException, ExecutionException {
        String prefix = TestFiles.path("");
        List<UploadDeclaration> declarations = new ArrayList<>();
        for (Path file : small(files)) {
            declarations.add(UploadDeclaration.of(prefix + file.getFileName()));
        }
        List<Outcome<UploadDeclaration, UploadLink>> links = client.uploadLinks(declarations);
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        List<Future<Integer>> puts = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < files; i++) {
            URI link = links.get(i).get().upload();
            Path file = folder.resolve("small" + i);
            puts.add(threads.submit(() -> http.send(
                            HttpRequest.newBuilder(link)
                                    .header("x-ms-blob-type", "BlockBlob")
                                    .PUT(BodyPublishers.ofByteArray(Files.readAllBytes(file)))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode()));
        }
        for (Future<Integer> put : puts) {
            if (put.get() != 201) {
                throw new IllegalStateException("a PUT was answered with " + put.get());
            }
        }
        double seconds = since(start);
        threads.shutdown();
        return seconds;
    }

    private double library(int files, Completion completion) throws IOException {
        String prefix = TestFiles.path("");
        List<Path> small = small(files);
        long start = System.nanoTime();
        client.uploadAll(
                small.stream().map(file -> UploadRequest.of(prefix + file.getFileName(), file)),
                completion,
                Transfer.unattended(),
                Outcome::get);
        return since(start);
    }

    private void large(int mib) throws IOException {
        Path source = folder.resolve("large");
        byte[] chunk = new byte[MIB];
        try (var out = Files.newOutputStream(source)) {
            for (int i = 0; i < mib; i++) {
                new Random(i).nextBytes(chunk);
                out.write(chunk);
            }
        }
        String path = TestFiles.path("large");
        resetPeak();
        long start = System.nanoTime();
        client.upload(source, path);
        double up = since(start);
        start = System.nanoTime();
        DownloadedFile downloaded = client.download(path, folder.resolve("copy"));
        double down = since(start);
        System.out.printf(
                "%,d MiB: up %.1f s (%.0f MiB/s), down %.1f s (%.0f MiB/s), verified %b, peak heap %d MiB of %d%n",
                mib,
                up,
                mib / up,
                down,
                mib / down,
                downloaded.isVerified(),
                peak() / MIB,
                Runtime.getRuntime().maxMemory() / MIB);
    }

    private List<Path> small(int files) throws IOException {
        List<Path> made = new ArrayList<>();
        byte[] content = new byte[SMALL_BYTES];
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve("small" + i);
            if (!Files.exists(file)) {
                new Random(i).nextBytes(content);
                Files.write(file, content);
            }
            made.add(file);
        }
        return made;
    }

    private static void resetPeak() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static double since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / MILLIS;
    }
}
