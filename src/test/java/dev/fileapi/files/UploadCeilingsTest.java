package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.TooManyUploadsException;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.Racing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No event is delivered here. */
class UploadCeilingsTest extends UseCaseTestBase {

    @Test
    void aFileHasNoMoreUploadsInProgressThanItsCeiling() {
        files = UseCases.over(store, blobs, clock, 3, 0);
        issue();
        issue();
        UploadLink third = issue();

        assertThatThrownBy(this::issue)
                .isInstanceOf(TooManyUploadsException.class)
                .hasMessageContaining("The file has 3 uploads in progress")
                .isInstanceOfSatisfying(
                        TooManyUploadsException.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1)));
        assertThat(files.relink()
                        .relink(workspace, report, third.versionId(), Declaration.NONE)
                        .versionId())
                .isEqualTo(third.versionId());
        assertThat(issue("another.txt").versionId()).isNotNull();
    }

    @Test
    void thereIsRoomAgainOnceAnUploadIsCancelled() {
        files = UseCases.over(store, blobs, clock, 2, 0);
        UploadLink first = issue();
        issue();
        assertThatThrownBy(this::issue).isInstanceOf(TooManyUploadsException.class);

        files.uploads().cancel(workspace, first.fileId(), first.versionId());
        clock.move(Duration.ofSeconds(5));

        assertThat(issue().versionId()).isNotNull();
    }

    @Test
    void uploadsWhoseBytesAreInAreNotInProgressThoughNoEventHasTold() {
        files = UseCases.over(store, blobs, clock, 2, 0);
        uploaded("first");
        uploaded("second");

        assertThat(issue().versionId()).isNotNull();
    }

    @Test
    void aWorkspaceHasNoMoreUploadsInProgressThanItsCeiling() {
        files = UseCases.over(store, blobs, clock, 0, 2);
        issue("a.txt");
        issue("b.txt");

        assertThatThrownBy(() -> issue("c.txt"))
                .isInstanceOf(TooManyUploadsException.class)
                .hasMessageContaining("The workspace has 2 uploads in progress");
        assertThat(store.findFile(workspace, Slot.of(FilePath.parse("c.txt"))))
                .as("nothing is written for what is refused")
                .isEmpty();
        workspace = newWorkspace();
        assertThat(issue("c.txt").versionId()).isNotNull();
    }

    @Test
    void filesThatAreMadeTogetherAreNoMoreThanTheWorkspaceHasRoomFor() {
        files = UseCases.over(store, blobs, clock, 0, 40);
        List<NewUpload> uploads = IntStream.range(0, 10)
                .mapToObj(i -> new NewUpload(FilePath.parse("f" + i), Declaration.NONE))
                .toList();

        assertThat(files.issueFirst().issue(workspace, ada, uploads))
                .as("a tenth of the ceiling, for which the store is not asked")
                .hasSize(4);
    }

    @Test
    void aKeyThatIsKnownIsNoNewUpload() {
        files = UseCases.over(store, blobs, clock, 2, 2);
        UploadLink first = files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE);
        issue();

        assertThat(files.issue()
                        .issue(workspace, report, ada, null, "key", Declaration.NONE)
                        .versionId())
                .isEqualTo(first.versionId());
        assertThatThrownBy(() -> files.issue().issue(workspace, report, ada, null, "another", Declaration.NONE))
                .isInstanceOf(TooManyUploadsException.class);
    }

    @Test
    void aKeyThatWasRefusedIsAnUploadOnceThereIsRoom() {
        files = UseCases.over(store, blobs, clock, 1, 0);
        UploadLink first = issue();
        assertThatThrownBy(() -> files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE))
                .isInstanceOf(TooManyUploadsException.class);
        files.uploads().cancel(workspace, first.fileId(), first.versionId());
        clock.move(Duration.ofSeconds(5));

        UploadLink second = files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE);

        assertThat(record(second).id()).isEqualTo(second.versionId());
        assertThatThrownBy(() -> files.issue().issue(workspace, report, ada, null, "other", Declaration.NONE))
                .isInstanceOf(TooManyUploadsException.class);
    }

    @Test
    void callersOfOneWorkerThatRaceDoNotExceedACeiling() {
        files = UseCases.over(store, blobs, clock, 20, 0);
        issue();
        long issued = Racing.all(40, caller -> {
                    try {
                        return issue() != null;
                    } catch (TooManyUploadsException refused) {
                        return false;
                    }
                })
                .stream()
                .filter(done -> done)
                .count();

        // a tenth more at most, before the store is asked
        assertThat(issued).isBetween(19L, 21L);
    }

    @Test
    void theStoreIsAskedOnceInATenthOfTheCeiling() {
        AtomicInteger counts = new AtomicInteger();
        files = UseCases.over(counting(counts), blobs, clock, 100, 1_000);

        for (int i = 0; i < 10; i++) {
            issue();
        }
        assertThat(counts).hasValue(0);
        issue();
        assertThat(counts).hasValue(1);
        for (int i = 0; i < 9; i++) {
            issue();
        }
        assertThat(counts).hasValue(1);
    }

    @Test
    void refusingManyTimesAsksOnce() {
        AtomicInteger counts = new AtomicInteger();
        files = UseCases.over(counting(counts), blobs, clock, 0, 1);
        issue();
        counts.set(0);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(this::issue).isInstanceOf(TooManyUploadsException.class);
        }

        assertThat(counts).hasValue(1);
    }

    private UploadLink issue(String path) {
        return files.issue().issue(workspace, FilePath.parse(path), ada, null, null, Declaration.NONE);
    }

    private MetadataStore counting(AtomicInteger counts) {
        return (MetadataStore) Proxy.newProxyInstance(
                MetadataStore.class.getClassLoader(), new Class<?>[] {MetadataStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("countUploads")) {
                        counts.incrementAndGet();
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
