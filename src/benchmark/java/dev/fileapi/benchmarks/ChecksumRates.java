package dev.fileapi.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.Blobs;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.blobs.azure.RecordedCalls;
import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.checksum.RunningChecksums;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.local.Azurite;
import dev.fileapi.local.AzuriteOptions;
import dev.fileapi.local.H2;
import io.micronaut.context.ApplicationContext;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What checksums cost in this JVM, in processor time of the whole process: of bytes in memory, of a blob that is read from Azurite, and of
 * the commits of small uploads. Of several runs the least counts: the others had the just-in-time compiler's work in them, or a core that was
 * shared.
 */
final class ChecksumRates {

    private static final int MEBIBYTE = 1 << 20;
    private static final int GIBIBYTE = 1024;
    private static final int RUNS = 4;
    private static final int MEMORY = 256;
    private static final int BLOB = 256;
    private static final int BLOCK = 32;
    private static final int SMALL = 4096;
    private static final int COMMITS = 300;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final String jvm;
    private final Clock clock = Clock.systemUTC();

    private ChecksumRates(String jvm) {
        this.jvm = jvm;
    }

    /**
     * Measures, and prints rows of a table.
     *
     * @param arguments the name of this kind of JVM
     */
    public static void main(String[] arguments) throws Exception {
        ChecksumRates rates = new ChecksumRates(arguments[0]);
        rates.memory();
        try (Azurite azurite = AzuriteExtension.start(AzuriteOptions.defaults())) {
            rates.blob(AzuriteExtension.in(azurite));
            rates.commits(AzuriteExtension.in(azurite));
        }
    }

    private void memory() throws NoSuchAlgorithmException {
        for (Set<ChecksumAlgorithm> algorithms : List.of(
                EnumSet.of(ChecksumAlgorithm.SHA_256),
                EnumSet.of(ChecksumAlgorithm.SHA_256, ChecksumAlgorithm.MD5),
                EnumSet.of(ChecksumAlgorithm.SHA_256, ChecksumAlgorithm.CRC64NVME))) {
            RunningChecksums running = RunningChecksums.of(algorithms);
            memory(algorithms.toString(), bytes -> running.update(ByteBuffer.wrap(bytes)));
        }
        for (String algorithm : List.of("SHA-256", "MD5")) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            memory(algorithm + " of the JDK", digest::update);
        }
    }

    private void memory(String what, Consumer<byte[]> update) {
        byte[] bytes = random(MEBIBYTE);
        Runnable all = () -> {
            for (int i = 0; i < MEMORY; i++) {
                update.accept(bytes);
            }
        };
        printPerGibibyte("memory, " + what, leastSecondsOf(all), MEMORY);
    }

    private void blob(AzuriteExtension azurite) {
        BlobStore store = azurite.store(clock);
        BlobName name = Blobs.random();
        URI link = store.signUpload(name, clock.instant().plus(Duration.ofMinutes(30)));
        LinkHolder client = new LinkHolder();
        List<String> blocks = new ArrayList<>();
        String block = "0123456789abcdef".repeat(BLOCK * MEBIBYTE / 16);
        for (int i = 0; i < BLOB / BLOCK; i++) {
            String id = "block-" + i;
            client.stage(link, id, block);
            blocks.add(id);
        }
        client.commitWith(link, blocks);
        BlobInfo sealed = Blobs.sealed(store, name);
        read(store, name, sealed, bytes -> {});
        printPerGibibyte("blob, read alone", secondsOf(() -> read(store, name, sealed, bytes -> {})), BLOB);
        RunningChecksums running = RunningChecksums.of(Set.of());
        printPerGibibyte("blob, SHA-256", secondsOf(() -> read(store, name, sealed, running::update)), BLOB);
    }

    private static void read(BlobStore store, BlobName name, BlobInfo sealed, Consumer<ByteBuffer> consumer) {
        store.read(name, sealed, 0, sealed.size(), consumer);
    }

    private void commits(AzuriteExtension azurite) {
        try (ApplicationContext context =
                ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", H2.inMemory()))) {
            MetadataStore store = context.getBean(MetadataStore.class);
            for (boolean computed : List.of(false, true, false, true)) {
                RecordedCalls calls = new RecordedCalls();
                ChecksumSettings settings = new ChecksumSettings(8 * MEBIBYTE, 64 * MEBIBYTE, computed, "");
                UseCases files = UseCases.over(store, azurite.store(clock, settings, calls.client()), clock);
                uploaded(files).forEach(upload -> files.commit().commit(upload));
                List<BlobName> uploads = uploaded(files);
                calls.forget();
                double seconds =
                        secondsOf(() -> uploads.forEach(upload -> files.commit().commit(upload)));
                System.out.printf(
                        "| %s | commit of 4 KiB, SHA-256 %s | %.2f ms | %.1f calls of blob storage |%n",
                        jvm,
                        computed ? "computed" : "not computed",
                        1000 * seconds / COMMITS,
                        (double) calls.count() / COMMITS);
            }
        }
    }

    private List<BlobName> uploaded(UseCases files) {
        Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
        User user = new User(UUID.randomUUID(), "Ada", null);
        LinkHolder client = new LinkHolder();
        List<BlobName> uploads = new ArrayList<>();
        for (int i = 0; i < COMMITS; i++) {
            UploadLink upload =
                    files.issue().issue(workspace, FilePath.parse("small/" + i), user, null, null, Declaration.NONE);
            client.put(upload.link(), "b".repeat(SMALL));
            uploads.add(new BlobName(workspace, upload.fileId(), upload.versionId()));
        }
        return uploads;
    }

    private void printPerGibibyte(String what, double seconds, int mebibytes) {
        System.out.printf(
                "| %s | %s | %.2f s/GiB | %.0f MiB/s |%n",
                jvm, what, seconds * GIBIBYTE / mebibytes, mebibytes / seconds);
    }

    private static double leastSecondsOf(Runnable work) {
        double least = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            least = Math.min(least, secondsOf(work));
        }
        return least;
    }

    private static double secondsOf(Runnable work) {
        long before = PROCESS.getProcessCpuTime();
        work.run();
        return (PROCESS.getProcessCpuTime() - before) / 1e9;
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
