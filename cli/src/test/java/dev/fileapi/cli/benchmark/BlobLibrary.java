package dev.fileapi.cli.benchmark;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobDownloadToFileOptions;
import com.azure.storage.blob.options.BlobUploadFromFileOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Transfers by azure-storage-blob: small files by threads, each of which sends one at a time, large ones one after the other in parallel blocks of
 * 8 MiB. Arguments: {@code put} or {@code get}, the folder, a file that lists what is in it, the address of the container, what blobs' names begin
 * with, the signature, how many requests at once, {@code small} or {@code large}.
 */
final class BlobLibrary {

    private static final long BLOCK = 8L * 1024 * 1024;

    private BlobLibrary() {}

    /** Makes the transfers. */
    public static void main(String[] arguments) throws Exception {
        int parallel = Integer.parseInt(arguments[6]);
        BlobContainerClient container = new BlobContainerClientBuilder()
                .endpoint(arguments[3])
                .sasToken(arguments[5])
                .buildClient();
        ParallelTransferOptions options = new ParallelTransferOptions()
                .setBlockSizeLong(BLOCK)
                .setMaxSingleUploadSizeLong(BLOCK)
                .setMaxConcurrency(parallel);
        var ranges = new com.azure.storage.common.ParallelTransferOptions()
                .setBlockSizeLong(BLOCK)
                .setMaxConcurrency(parallel);
        Path folder = Path.of(arguments[1]);
        boolean isPut = arguments[0].equals("put");
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        List<Future<?>> small = new ArrayList<>();
        for (String file : Files.readAllLines(Path.of(arguments[2]))) {
            var blob = container.getBlobClient(arguments[4] + "/" + file);
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Runnable transfer = () -> {
                if (isPut) {
                    blob.uploadFromFileWithResponse(
                            new BlobUploadFromFileOptions(path.toString()).setParallelTransferOptions(options),
                            null,
                            null);
                } else {
                    blob.downloadToFileWithResponse(
                            new BlobDownloadToFileOptions(path.toString()).setParallelTransferOptions(ranges),
                            null,
                            null);
                }
            };
            if (arguments[7].equals("large")) {
                transfer.run();
            } else {
                small.add(threads.submit(transfer));
            }
        }
        for (Future<?> each : small) {
            each.get();
        }
        System.exit(0);
    }
}
