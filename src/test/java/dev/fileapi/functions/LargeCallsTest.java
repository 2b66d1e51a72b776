package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.testing.BlobsInMemory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the blob service is slow, which Azurite cannot be made to be on demand. */
class LargeCallsTest {

    private static final int CALLERS = 80;
    private static final int WAITING = 64;

    private static final CountDownLatch GO_ON = new CountDownLatch(1);
    private static final Semaphore ASKED = new Semaphore(0);

    @RegisterExtension
    static final WebApi api = new WebApi()
            .with("fileapi.http.large-calls-per-workspace", 1)
            .with("fileapi.files.read-deadline", "PT1M")
            .with(new BlobsInMemory() {
                @Override
                public boolean isCommitted(BlobName name) {
                    ASKED.release();
                    try {
                        GO_ON.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return false;
                }
            });

    @Test
    void listsBeyondTheShareOfAWorkspaceWaitOrAreToldToComeAgain() throws Exception {
        api.call("PUT", "/files/path/a.txt");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        List<Future<Answer>> lists = IntStream.range(0, CALLERS)
                .mapToObj(i -> callers.submit(() -> api.call("GET", "/files")))
                .toList();
        ASKED.acquire();
        while (lists.stream().filter(Future::isDone).count() < CALLERS - 1 - WAITING) {
            Thread.sleep(20);
        }
        assertThat(api.call("PUT", "/files/path/b.txt").status())
                .as("a link meanwhile")
                .isEqualTo(200);
        GO_ON.countDown();

        int refused = 0;
        for (Future<Answer> list : lists) {
            Answer answer = list.get();
            if (answer.status() != 200) {
                refused++;
                assertThat(answer.problem()).isEqualTo("503 /api-errors");
                assertThat(answer.header("Retry-After")).isEqualTo("5");
            }
        }
        assertThat(refused).isEqualTo(CALLERS - 1 - WAITING);
        callers.shutdown();
    }
}
