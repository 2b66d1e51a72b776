package dev.fileapi.cli.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The baseline: PUTs and GETs with a signature that is there, by threads that do nothing else. Large files are sent in blocks of 8 MiB, and read in
 * one request each. Arguments: {@code put} or {@code get}, the folder, a file that lists what is in it, the address of the blobs, the signature, how
 * many requests at once.
 */
final class BareRequests {

    private static final int BLOCK = 8 * 1024 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads;
    private final String address;
    private final String signature;

    private BareRequests(int parallel, String address, String signature) {
        this.threads = Executors.newFixedThreadPool(parallel);
        this.address = address;
        this.signature = signature;
    }

    /** Makes the requests. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        List<String> files = Files.readAllLines(Path.of(arguments[2]));
        BareRequests requests = new BareRequests(Integer.parseInt(arguments[5]), arguments[3], arguments[4]);
        if (arguments[0].equals("put")) {
            requests.putAll(folder, files);
        } else {
            requests.getAll(folder, files);
        }
        System.exit(0);
    }

    private void putAll(Path folder, List<String> files) throws IOException, InterruptedException, ExecutionException {
        List<Future<?>> small = new ArrayList<>();
        for (String file : files) {
            Path path = folder.resolve(file);
            if (Files.size(path) > BLOCK) {
                putBlocks(path, file);
            } else {
                small.add(threads.submit(() -> put(file, "", Files.readAllBytes(path))));
            }
        }
        await(small);
    }

    private void putBlocks(Path path, String file) throws IOException, InterruptedException, ExecutionException {
        List<Future<?>> sent = new ArrayList<>();
        StringBuilder list = new StringBuilder("<BlockList>");
        try (FileChannel channel = FileChannel.open(path)) {
            for (long position = 0; position < channel.size(); position += BLOCK) {
                long from = position;
                String id = Base64.getEncoder()
                        .encodeToString(String.format("%08d", position / BLOCK).getBytes(StandardCharsets.US_ASCII));
                list.append("<Latest>").append(id).append("</Latest>");
                sent.add(threads.submit(() -> {
                    ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, channel.size() - from));
                    channel.read(block, from);
                    return put(file, "&comp=block&blockid=" + id.replace("=", "%3D"), block.array());
                }));
            }
            await(sent);
        }
        put(file, "&comp=blocklist", list.append("</BlockList>").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private Void put(String file, String query, byte[] bytes) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(file, query)).PUT(BodyPublishers.ofByteArray(bytes));
        if (query.isEmpty()) {
            // with it Azurite takes a block for a whole blob
            request.header("x-ms-blob-type", "BlockBlob");
        }
        check(http.send(request.build(), BodyHandlers.discarding()), 201);
        return null;
    }

    private void getAll(Path folder, List<String> files) throws IOException, InterruptedException, ExecutionException {
        List<Future<?>> received = new ArrayList<>();
        for (String file : files) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            received.add(threads.submit(() -> {
                HttpRequest request = HttpRequest.newBuilder(uri(file, "")).build();
                check(http.send(request, BodyHandlers.ofFile(path)), 200);
                return null;
            }));
        }
        await(received);
    }

    private URI uri(String file, String query) {
        return URI.create(address + "/" + file + "?" + signature + query);
    }

    private static void check(HttpResponse<?> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new IllegalStateException("answered with " + answer.statusCode());
        }
    }

    private static void await(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (Future<?> each : all) {
            each.get();
        }
    }
}
