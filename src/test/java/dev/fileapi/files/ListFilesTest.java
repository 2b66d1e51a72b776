package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.testing.BlobsInMemory;
import dev.fileapi.files.testing.FileFilterBuilder;
import dev.fileapi.files.testing.Racing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No event is delivered here, and no sweep runs unless a test says so. */
class ListFilesTest extends UseCaseTestBase {

    @Test
    void aFileIsListedOnceItsBytesAreIn() {
        issue();
        assertThat(listed()).isEmpty();

        UploadLink upload = uploaded("bytes");

        assertThat(listed()).extracting(FileRecord::latestVersionId).containsExactly(upload.versionId());
    }

    @Test
    void theNewestVersionIsListed() {
        uploadAndCommit("first");
        UploadLink second = uploaded("second");

        assertThat(listed()).extracting(FileRecord::latestVersionId).containsExactly(second.versionId());
    }

    @Test
    void aDeletedFileIsListedWithTheVersionThatCameInLate() {
        uploadAndCommit("first");
        UploadLink second = issue();
        files.delete().delete(workspace, report, ada);
        upload(second, "second");

        assertThat(files.list().refresh(workspace, CheckEffort.FULL)).isZero();
        assertThat(files.list()
                        .page(workspace, FileFilterBuilder.deleted().build(), List.of(), 0, 10)
                        .files())
                .extracting(FileRecord::latestVersionId)
                .containsExactly(second.versionId());
    }

    @Test
    void aTransferThatEndsLongAfterItsLinkIsListed() {
        UploadLink upload = uploaded("bytes");
        clock.move(Duration.ofHours(20));

        assertThat(listed()).extracting(FileRecord::latestVersionId).containsExactly(upload.versionId());
    }

    @Test
    void everyVersionIsShownThoughOlderOnesCameInAfterANewerOne() {
        UploadLink first = issue();
        clock.move(Duration.ofSeconds(1));
        UploadLink second = uploadAndCommit("second");
        upload(first, "first");

        assertThat(read().versions())
                .extracting(version -> version.id())
                .containsExactly(second.versionId(), first.versionId());
    }

    @Test
    void eightCallersEachListWhatTheyHaveSent() {
        Racing.all(8, caller -> {
            for (int i = 0; i < 5; i++) {
                FilePath path = FilePath.parse("callers/" + caller + "/" + i + ".txt");
                upload(files.issue().issue(workspace, path, ada, null, null, Declaration.NONE), "bytes");
                assertThat(listed()).extracting(FileRecord::path).contains(path);
            }
            return caller;
        });
    }

    @Test
    void whatTheBudgetLeavesOutIsCounted() {
        BlobsInMemory memory = new BlobsInMemory();
        UseCases inMemory = UseCases.over(store, memory, clock);
        List<UploadLink> uploads = IntStream.range(0, UseCases.SETTINGS.listCheckBudget() + 3)
                .mapToObj(i ->
                        inMemory.issue().issue(workspace, FilePath.parse("f" + i), ada, null, null, Declaration.NONE))
                .toList();
        uploads.forEach(upload -> memory.commit(blobName(upload)));

        assertThat(inMemory.list().refresh(workspace, CheckEffort.FULL)).isEqualTo(3);
        assertThat(inMemory.list().refresh(workspace, CheckEffort.FULL)).isZero();
        assertThat(files.list()
                        .page(workspace, FileFilterBuilder.live().build(), List.of(), 0, 1_000)
                        .total())
                .isEqualTo(uploads.size());
    }

    @Test
    void anOutageOfTheBlobServiceIsCountedAndHidesNothingThatIsRecorded() {
        uploadAndCommit("first");
        uploaded("second");
        UseCases broken = UseCases.over(store, failing(), clock);

        assertThat(broken.list().refresh(workspace, CheckEffort.FULL)).isEqualTo(1);
        assertThat(broken.list()
                        .page(workspace, FileFilterBuilder.live().build(), List.of(), 0, 10)
                        .files())
                .hasSize(1);
    }

    @Test
    void aSlowBlobServiceHoldsAListNoLongerThanTheDeadline() {
        issue();
        CountDownLatch never = new CountDownLatch(1);
        BlobStore slow = new BlobsInMemory() {
            @Override
            public boolean isCommitted(BlobName name) {
                try {
                    return never.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    return false;
                }
            }
        };
        long start = System.nanoTime();

        assertThat(UseCases.over(store, slow, clock).list().refresh(workspace, CheckEffort.FULL))
                .isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(
                        UseCases.SETTINGS.readDeadline(),
                        UseCases.SETTINGS.readDeadline().plusSeconds(5));
        never.countDown();
    }

    @Test
    void listsThatComeTogetherShareOneLook() {
        issue();
        AtomicInteger checks = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BlobStore counting = new BlobsInMemory() {
            @Override
            public boolean isCommitted(BlobName name) {
                checks.incrementAndGet();
                begun.countDown();
                try {
                    return !goOn.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    return false;
                }
            }
        };
        UseCases shared = UseCases.over(store, counting, clock);
        Thread first = new Thread(() -> shared.list().refresh(workspace, CheckEffort.FULL));
        first.start();
        awaitQuietly(begun);
        List<Thread> others = IntStream.range(0, 50)
                .mapToObj(i -> new Thread(() -> shared.list().refresh(workspace, CheckEffort.FULL)))
                .toList();
        others.forEach(Thread::start);
        await().until(() -> others.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        goOn.countDown();
        others.forEach(ListFilesTest::join);
        join(first);

        assertThat(checks).hasValue(2);
    }

    private List<FileRecord> listed() {
        assertThat(files.list().refresh(workspace, CheckEffort.FULL))
                .as("unchecked uploads")
                .isZero();
        return files.list()
                .page(workspace, FileFilterBuilder.live().build(), List.of(), 0, 1_000)
                .files();
    }

    /** Not to be had from Azurite: a service that is reached and fails. */
    private static BlobStore failing() {
        return new BlobsInMemory() {
            @Override
            public boolean isCommitted(BlobName name) {
                throw new BlobStoreException("It fails.", null);
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(60_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
