package dev.fileapi.cli.benchmark;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.sas.BlobContainerSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import com.azure.storage.common.StorageSharedKeyCredential;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.RunningService;
import dev.fileapi.client.Upload;
import dev.fileapi.client.UploadRef;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures push, push again and pull of many small and of few large files, by the command line and by other programs. Prints a table. */
@Command(name = "TransferBenchmark", mixinStandardHelpOptions = true, showDefaultValues = true)
final class TransferBenchmark implements Callable<Integer> {

    private static final String ACCOUNT = "devstoreaccount1";
    /** Published: "Use the Azurite emulator for local Azure Storage development". */
    private static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final UUID ORGANISATION = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    private static final UUID WORKSPACE = UUID.fromString("0b000000-0000-4000-8000-000000000001");
    private static final int AT_ONCE = 1_000;
    private static final long MIB = 1024L * 1024;

    @Option(names = "--files", description = "How many files.")
    private int files = 10_000;

    @Option(names = "--bytes", description = "How many bytes each has.")
    private long bytes = 1_024;

    @Option(names = "--rounds", description = "How often all is done; figures are medians.")
    private int rounds = 3;

    @Option(names = "--parallel", description = "How many requests each program makes at once.")
    private int parallel = 8;

    @Option(names = "--only", split = ",", description = "Steps: ${COMPLETION-CANDIDATES}; push is done always.")
    private Set<Tool.Step> only = EnumSet.allOf(Tool.Step.class);

    @Option(names = "--tools", split = ",", description = "The tools, by parts of their names; bare requests always.")
    private List<String> named = List.of("fileapi", "azure", "rclone");

    private final Results results = new Results();

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TransferBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory("fileapi-benchmark");
        try (CountingProxy api = CountingProxy.start();
                CountingProxy blobs = CountingProxy.start();
                RunningService service = RunningService.start(blobs.address())) {
            api.handOnTo(service.address());
            blobs.handOnTo(service.blobs());
            DataSet data = new DataSet(size(), work.resolve("data"), files, bytes);
            data.make();
            URI container = URI.create(blobs.address() + "/" + ACCOUNT + "/benchmark");
            Tools tools = new Tools(api.address(), service.token(), container, signature(container), parallel);
            for (int round = 1; round <= rounds; round++) {
                round(data, tools, "round" + round, work, new Traffics(api, blobs), service.address());
            }
            System.out.println(results.table(data.name(), Tools.isInstalled("rclone")));
        } finally {
            DataSet.delete(work);
        }
        return 0;
    }

    private void round(DataSet data, Tools tools, String prefix, Path work, Traffics traffics, URI service)
            throws Exception {
        for (Tool.Step step : Tool.Step.values()) {
            if (step != Tool.Step.PUSH && !only.contains(step)) {
                continue;
            }
            if (step == Tool.Step.CHANGED) {
                data.change();
            }
            Path list = Files.write(work.resolve("list"), step == Tool.Step.CHANGED ? data.changed() : data.all());
            for (Tool tool : tools.all()) {
                if (!isWanted(tool)) {
                    continue;
                }
                Path copy = work.resolve("copy");
                var command = tool.command(step, data, list, prefix, copy);
                if (command.isPresent()) {
                    Map<String, String> environment = new HashMap<>(tool.environment());
                    environment.put(
                            "XDG_CACHE_HOME", work.resolve("cache-" + prefix).toString());
                    traffics.reset();
                    MeasuredProcess.Usage usage = MeasuredProcess.run(command.get(), environment);
                    results.add(step, tool.name(), usage, traffics.api(), traffics.blobs());
                    if (step == Tool.Step.PULL) {
                        data.checkCopy(copy);
                        DataSet.delete(copy);
                    }
                }
            }
            if (only.size() > 1 || !only.contains(Tool.Step.PUSH)) {
                record(service, tools.token(), prefix);
            }
        }
    }

    private boolean isWanted(Tool tool) {
        return tool.name().equals(Results.BASELINE) || named.stream().anyMatch(tool.name()::contains);
    }

    /** Without events the service records what was sent when it is asked to; that takes its time, which is none of the programs'. */
    private static void record(URI service, String token, String prefix) {
        long start = System.nanoTime();
        try (FileApiClient client = FileApiClient.builder()
                        .baseUrl(service)
                        .organisation(ORGANISATION)
                        .workspace(WORKSPACE)
                        .token(() -> token)
                        .build();
                Stream<Upload> uploads = client.uploads(prefix)) {
            List<UploadRef> refs = new ArrayList<>(uploads.map(Upload::ref).toList());
            for (int from = 0; from < refs.size(); from += AT_ONCE) {
                client.complete(refs.subList(from, Math.min(refs.size(), from + AT_ONCE)));
            }
            System.err.printf("%,d uploads recorded in %.1f s%n", refs.size(), (System.nanoTime() - start) / 1e9);
        }
    }

    private static String signature(URI container) {
        BlobContainerClient client = new BlobContainerClientBuilder()
                .endpoint(container.toString())
                .credential(new StorageSharedKeyCredential(ACCOUNT, KEY))
                .buildClient();
        client.createIfNotExists();
        BlobContainerSasPermission all = BlobContainerSasPermission.parse("racwdl");
        return client.generateSas(new BlobServiceSasSignatureValues(
                OffsetDateTime.now(ZoneOffset.UTC).plusDays(1), all));
    }

    private String size() {
        return bytes % (MIB * 1024) == 0
                ? String.format("%,d × %d GiB", files, bytes / MIB / 1024)
                : String.format("%,d × %,d bytes", files, bytes);
    }

    /** What is before the service and before its blob service. */
    private record Traffics(CountingProxy before, CountingProxy beforeBlobs) {

        void reset() {
            before.traffic();
            beforeBlobs.traffic();
        }

        CountingProxy.Traffic api() {
            return before.traffic();
        }

        CountingProxy.Traffic blobs() {
            return beforeBlobs.traffic();
        }
    }
}
