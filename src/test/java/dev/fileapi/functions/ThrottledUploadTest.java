package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.access.Role;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.testing.BlobsInMemory;
import dev.fileapi.local.EmulatedAccount;
import dev.fileapi.local.cosmos.Answered;
import dev.fileapi.local.cosmos.CosmosEmulator;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two thousand uploads while an account of Cosmos DB throttles half of all calls. */
class ThrottledUploadTest {

    private static final int UPLOADS = 2_000;
    private static final int FILES = 200;
    private static final int CALLERS = 16;

    /** A third of what calls cost on average. */
    private static final double REQUEST_UNITS_PER_TICK = 1.4;

    private static final CosmosEmulator cosmos = CosmosEmulator.start(Clock.systemUTC());
    private static final BlobsInMemory blobs = new BlobsInMemory();

    @RegisterExtension
    static final WebApi api = new WebApi()
            .withAll(EmulatedAccount.properties(cosmos))
            .with("fileapi.cosmos.throttling-wait", "PT0.05S")
            .with(blobs);

    private final Map<String, Collection<String>> committed = new ConcurrentHashMap<>();
    /** One for all calls: signing costs more than the call. */
    private final String token = api.token(Role.EDITOR);

    private final LongAdder calls = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder putOff = new LongAdder();

    @BeforeAll
    static void warmUp() {
        assertThat(api.call("GET", "/files").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        cosmos.close();
    }

    @Test
    void everyVersionIsRight() throws Exception {
        cosmos.listen(this::count);
        AtomicLong ticks = new AtomicLong();
        // the budget's time goes on by a millisecond when a call comes and when it is done, however fast this machine
        // is
        cosmos.limit(1_000 * REQUEST_UNITS_PER_TICK, () -> ticks.incrementAndGet() * 1_000_000);
        uploadAll();
        cosmos.heal();
        System.out.printf("calls %d, throttled %d, put off %d%n", calls.sum(), throttled.sum(), putOff.sum());

        assertThat(throttled.sum()).isGreaterThan(calls.sum() / 2);
        assertThat(putOff.sum()).isPositive();
        assertThat(committed.values().stream().mapToInt(Collection::size).sum()).isEqualTo(UPLOADS);
        committed.forEach(ThrottledUploadTest::check);
    }

    private static void check(String path, Collection<String> versions) {
        JsonNode file = api.call("GET", "/files/path/" + path + "?include_versions=true")
                .json();

        List<String> newestFirst = versions.stream()
                .sorted(Comparator.comparingLong((String id) -> Long.parseLong(id))
                        .reversed())
                .toList();
        assertThat(file.get("versions"))
                .extracting(version -> version.get("version_id").asText())
                .isEqualTo(newestFirst);
        assertThat(file.get("version_id").asText()).isEqualTo(newestFirst.get(0));
    }

    private void uploadAll() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Void>> uploads = IntStream.range(0, UPLOADS)
                    .<Callable<Void>>mapToObj(at -> () -> upload("file" + at % FILES))
                    .toList();
            for (Future<Void> upload : callers.invokeAll(uploads)) {
                upload.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private Void upload(String path) throws InterruptedException {
        Answer link = issue(path);
        while (link.status() == 503) {
            assertThat(link.header("Retry-After")).matches("[1-9]\\d*");
            comeBack();
            link = issue(path);
        }
        assertThat(link.status()).as(link.toString()).isEqualTo(200);
        String blob = api.workspace().organisationId() + "/" + api.workspace().workspaceId() + "/"
                + link.text("file_id") + "/" + link.text("version_id");
        blobs.commit(BlobName.parse(blob).orElseThrow());
        deliver(blob);
        committed.computeIfAbsent(path, first -> new ConcurrentLinkedQueue<>()).add(link.text("version_id"));
        return null;
    }

    private Answer issue(String path) {
        return api.send(
                "PUT",
                api.address("/files/path/" + path),
                Map.of("authorization", "Bearer " + token),
                Optional.empty());
    }

    /** As Event Grid does: again when it fails. */
    private void deliver(String blob) throws InterruptedException {
        String event =
                "{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"/blobServices/default/containers/%s/blobs/%s\"}"
                        .formatted(api.container(), blob);
        while (true) {
            try {
                api.instances().getInstance(BlobCreatedFunction.class).blobCreated(event, new NoContext());
                return;
            } catch (MetadataStoreBusyException e) {
                comeBack();
            }
        }
    }

    /** Sooner than it is told, so that this test need not sleep. */
    private void comeBack() throws InterruptedException {
        putOff.increment();
        Thread.sleep(20);
    }

    private void count(Answered answered) {
        calls.increment();
        if (answered.status() == 429) {
            throttled.increment();
        }
    }
}
