package dev.fileapi.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.startup.FunctionInstances;
import dev.fileapi.startup.FunctionInstancesTest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever the first request would wait for has been asked for before, and nothing of it at the start. */
class WarmupFunctionTest {

    @RegisterExtension
    static final WebApi api = new WebApi();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer issuer;

    @BeforeEach
    void start() throws IOException {
        byte[] keys = String.valueOf(api.settings().get("fileapi.access.jwks")).getBytes(UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            asked.add("keys");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void storeBlobsAndKeysAreAskedOnceEach() {
        try (FunctionInstances worker = worker(asked)) {
            worker.getInstance(HttpFunction.class);
            assertThat(asked).isEmpty();

            worker.getInstance(WarmupFunction.class).warmUp("{}", new NoContext());

            assertThat(asked).containsExactly("ping", "signUpload", "keys");
        }
    }

    @Test
    void whatFailsKeepsNothingElseFromBeingReady() {
        try (FunctionInstances worker = worker(asked, FunctionInstancesTest.storeThatFails())) {
            worker.getInstance(WarmupFunction.class).warmUp("{}", new NoContext());

            assertThat(asked).containsExactly("ping", "signUpload", "keys");
        }
    }

    private FunctionInstances worker(List<String> log, Object... more) {
        Map<String, Object> settings = new HashMap<>(api.settings());
        settings.remove("fileapi.access.jwks");
        settings.put(
                "fileapi.access.jwks-url",
                "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
        Object[] singletons = java.util.Arrays.copyOf(more, more.length + 1);
        singletons[more.length] = blobsThatFail(log);
        return new FunctionInstances(settings, singletons);
    }

    private static BlobStore blobsThatFail(List<String> log) {
        return (BlobStore) Proxy.newProxyInstance(
                WarmupFunctionTest.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (self, method, given) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "hashCode" -> 1;
                            case "equals" -> self == given[0];
                            default -> "BlobsThatFail";
                        };
                    }
                    log.add(method.getName());
                    throw new BlobStoreException("They fail", null);
                });
    }
}
