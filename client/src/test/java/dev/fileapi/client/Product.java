package dev.fileapi.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The service as a user starts it, one for all test classes, with a proxy before it and one before its blob service, which hand on everything at
 * the beginning of each test. Register it in a static field.
 */
public final class Product implements BeforeAllCallback, BeforeEachCallback {

    static final UUID ORGANISATION = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    static final UUID WORKSPACE = UUID.fromString("0b000000-0000-4000-8000-000000000001");
    /** Blocks so small that few bytes make many. */
    static final int BLOCK = 64 * 1024;

    private static final RetryPolicy SOON =
            new RetryPolicy(4, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(3));

    private @Nullable Parts parts;

    @Override
    public void beforeAll(ExtensionContext context) {
        parts = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Parts.class, type -> Parts.start(), Parts.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        api().reset();
        blobs().reset();
    }

    /** What is before the service. */
    FaultyProxy api() {
        return parts().api;
    }

    /** What is before the blob service. */
    FaultyProxy blobs() {
        return parts().blobs;
    }

    /** Where the service is. */
    public URI url() {
        return api().address();
    }

    /** Returns the paths of the blobs that were written since the beginning of the test, one for each request that had bytes. */
    public List<String> blobsWritten() {
        return blobs().calls(call -> call.method().equals("PUT")).stream()
                .map(FaultyProxy.Call::path)
                .toList();
    }

    /** Returns how many requests for blobs were made since the beginning of the test: whole files and blocks that were sent, and parts that were asked for. */
    public BlobRequests blobRequests() {
        return new BlobRequests(
                blobs().calls(call ->
                                call.method().equals("PUT") && !call.query().contains("comp="))
                        .size(),
                blobs().calls(FaultyProxy.Call::isBlock).size(),
                blobs().calls(call -> call.method().equals("GET")).size());
    }

    /**
     * Numbers of requests for blobs.
     *
     * @param files for whole files
     * @param blocks for blocks
     * @param reads for reading
     */
    public record BlobRequests(int files, int blocks, int reads) {}

    /** Returns the calls of the service since the beginning of the test that change or begin something: method and path below the workspace. */
    public List<String> changes() {
        return api().calls(call -> !call.method().equals("GET")).stream()
                .map(call -> call.method() + " " + call.path().replaceFirst(".*/workspaces/[^/]+", ""))
                .toList();
    }

    /** The bearer token of calls. */
    public String token() {
        return parts().token;
    }

    /** Returns a bearer token of who has a role. */
    public String token(String role) throws IOException {
        return parts().service.token(role);
    }

    /** Returns the settings of a client of the service, which makes calls again soon. */
    public FileApiClient.Builder client() {
        return FileApiClient.builder()
                .baseUrl(api().address())
                .organisation(ORGANISATION)
                .workspace(WORKSPACE)
                .token(this::token)
                .parallelism(4)
                .blockBytes(BLOCK)
                .retryPolicy(SOON);
    }

    private Parts parts() {
        if (parts == null) {
            throw new IllegalStateException("register it in a static field");
        }
        return parts;
    }

    /** JUnit closes it after the last test class. */
    private record Parts(FaultyProxy api, FaultyProxy blobs, RunningService service, String token)
            implements AutoCloseable {

        private static Parts start() {
            try {
                FaultyProxy api = FaultyProxy.start();
                FaultyProxy blobs = FaultyProxy.start();
                RunningService service = RunningService.start(blobs.address());
                api.handOnTo(service.address());
                blobs.handOnTo(service.blobs());
                return new Parts(api, blobs, service, service.token());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            service.close();
            api.close();
            blobs.close();
        }
    }
}
