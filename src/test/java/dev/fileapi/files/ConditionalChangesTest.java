package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRef;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.Racing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A file is deleted, restored or uploaded to only when the caller's condition is true of it. */
class ConditionalChangesTest extends UseCaseTestBase {

    @Test
    void aDeletionOverAnotherVersionLeavesTheFile() {
        UploadLink upload = uploadAndCommit("first");
        UploadCondition overFirst = overLatest();
        uploadAndCommit("second");

        for (FileRef ref : List.of(report, upload.fileId())) {
            assertRefused(() -> files.delete().delete(workspace, ref, ada, overFirst));
            assertRefused(() -> files.delete().delete(workspace, ref, ada, UploadCondition.noSuchFile()));
        }

        assertThat(download(read().download())).isEqualTo("second");
    }

    @Test
    void aDeletionOverTheLatestVersionDeletes() {
        uploadAndCommit("first");
        files.delete().delete(workspace, report, ada, overLatest());
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);

        uploadAndCommit("another");
        files.delete().delete(workspace, report, ada, UploadCondition.fileExists());
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
    }

    @Test
    void aVersionThatNoEventToldOfCounts() {
        UploadLink upload = uploadAndCommit("first");
        UploadCondition overFirst = overLatest();
        uploaded("second");

        assertRefused(() -> files.delete().delete(workspace, upload.fileId(), ada, overFirst));

        assertThat(download(read().download())).isEqualTo("second");
        files.delete().delete(workspace, upload.fileId(), ada, overLatest());
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
    }

    @Test
    void whatIsNotThereMatchesNothing() {
        FileId deleted = uploadAndCommit("deleted").fileId();
        UploadCondition overIt = overLatest();
        files.delete().delete(workspace, report, ada);

        for (FileRef none : List.of(report, deleted, FileId.random())) {
            assertRefused(() -> files.delete().delete(workspace, none, ada, overIt));
            assertRefused(() -> files.delete().delete(workspace, none, ada, UploadCondition.fileExists()));
            files.delete().delete(workspace, none, ada, UploadCondition.noSuchFile());
        }
        issue();
        assertRefused(() -> files.delete().delete(workspace, report, ada, UploadCondition.fileExists()));
    }

    @Test
    void aRestoreOverAnotherVersionLeavesItDeleted() {
        FileId file = uploadAndCommit("first").fileId();
        UploadCondition overFirst = overLatest();
        UploadLink second = issue();
        files.delete().delete(workspace, report, ada);
        upload(second, "second");

        assertRefused(() -> files.restore().restore(workspace, file, ada, overFirst));
        assertRefused(() -> files.restore().restore(workspace, file, ada, UploadCondition.noSuchFile()));

        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
    }

    @Test
    void aRestoreOverTheLatestVersionRestores() {
        FileId file = uploadAndCommit("first").fileId();
        UploadCondition overFirst = overLatest();
        files.delete().delete(workspace, report, ada);

        assertThat(files.restore().restore(workspace, file, ada, overFirst)).isEmpty();
        assertThat(download(read().download())).isEqualTo("first");
        assertThat(files.restore().restore(workspace, file, ada, UploadCondition.fileExists()))
                .isEmpty();
    }

    @Test
    void anUploadToAFileThatMustExist() {
        UploadCondition exists = UploadCondition.fileExists();
        assertRefused(() -> files.issue().issue(workspace, report, ada, exists, null, Declaration.NONE));
        uploadAndCommit("first");
        UploadLink second = files.issue().issue(workspace, report, ada, exists, null, Declaration.NONE);
        upload(second, "second");

        assertThat(download(read().download())).isEqualTo("second");
        assertThat(record(second).condition()).isEqualTo(exists);
    }

    @Test
    void aVersionThatComesBetweenTheCheckAndTheDeletionCounts() {
        uploadAndCommit("first");
        UploadCondition overFirst = overLatest();
        UploadLink second = issue();
        MetadataStore interrupted = beforeTheFirst("replaceFile", () -> {
            upload(second, "second");
            files.commit().commit(blobName(second));
        });

        UseCases late = UseCases.over(interrupted, blobs, clock);
        assertRefused(() -> late.delete().delete(workspace, report, ada, overFirst));

        assertThat(download(read().download())).isEqualTo("second");
    }

    @Test
    void whileUploadsCannotBeCheckedNothingIsDecided() {
        FileId file = uploadAndCommit("first").fileId();
        UploadCondition overFirst = overLatest();
        uploaded("second");
        BlobStore failing = (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    throw new BlobStoreException("down", null);
                });
        UseCases blind = UseCases.over(store, failing, clock);

        assertThatThrownBy(() -> blind.delete().delete(workspace, file, ada, overFirst))
                .isInstanceOf(BlobStoreException.class);
        assertThatThrownBy(() -> blind.restore().restore(workspace, file, ada, overFirst))
                .isInstanceOf(BlobStoreException.class);

        assertThat(download(read().download())).isEqualTo("second");
    }

    @Test
    void ofManyDeletionsThatMustFindAFileOneDoes() {
        FileId file = uploadAndCommit("first").fileId();
        UploadCondition overFirst = overLatest();

        List<Boolean> deleted = Racing.all(8, caller -> isDeleted(caller % 2 == 0 ? report : file, overFirst));

        assertThat(deleted).containsOnlyOnce(true);
    }

    @Test
    void aDeletionAgainstACommitEitherWinsOrLeavesTheFile() {
        for (int round = 0; round < 8; round++) {
            workspace = newWorkspace();
            uploadAndCommit("first");
            UploadCondition overFirst = overLatest();
            UploadLink second = issue();
            boolean deleted = Racing.all(2, caller -> {
                        if (caller == 0) {
                            return isDeleted(report, overFirst);
                        }
                        upload(second, "second");
                        files.commit().commit(blobName(second));
                        return false;
                    })
                    .get(0);

            if (deleted) {
                assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
                files.restore().restore(workspace, second.fileId(), ada);
            }
            assertThat(download(read().download())).isEqualTo("second");
        }
    }

    @Test
    void aCrashedDeletionOverTheLatestVersionCanBeRepeated() {
        FileId[] file = new FileId[1];
        UploadCondition[] latest = new UploadCondition[1];
        crashAfterEveryStep(
                () -> {
                    file[0] = uploadAndCommit("bytes").fileId();
                    latest[0] = overLatest();
                },
                crashing -> crashing.delete().delete(workspace, report, ada, latest[0]),
                () -> {
                    isDeleted(report, latest[0]);
                    assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
                    files.restore().restore(workspace, file[0], ada, latest[0]);
                    assertThat(download(read().download())).isEqualTo("bytes");
                });
    }

    @Test
    void aCrashedDeletionOverAnotherVersionLeavesTheFile() {
        UploadCondition[] overFirst = new UploadCondition[1];
        crashAfterEveryStep(
                () -> {
                    uploadAndCommit("first");
                    overFirst[0] = overLatest();
                    uploaded("second");
                },
                crashing -> assertThatThrownBy(() -> crashing.delete().delete(workspace, report, ada, overFirst[0]))
                        .isNotNull(),
                () -> assertThat(download(read().download())).isEqualTo("second"));
    }

    private UploadCondition overLatest() {
        return UploadCondition.latestIs(read().version().blob().etag());
    }

    private boolean isDeleted(FileRef ref, UploadCondition condition) {
        try {
            files.delete().delete(workspace, ref, ada, condition);
            return true;
        } catch (PreconditionFailedException refused) {
            return false;
        }
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(PreconditionFailedException.class);
    }

    /** The store, but something happens before the first call of a method: timing that no real store can be made to have. */
    private MetadataStore beforeTheFirst(String call, Runnable happening) {
        AtomicBoolean happened = new AtomicBoolean();
        return (MetadataStore) Proxy.newProxyInstance(
                MetadataStore.class.getClassLoader(),
                new Class<?>[] {MetadataStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(call) && happened.compareAndSet(false, true)) {
                        happening.run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
