package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.testing.Racing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tags of a file are those of its latest version, in its pointer, its record and its description. */
class ChangeTagsTest extends UseCaseTestBase {

    private static final Map<String, String> NORTH = Map.of("site", "north");
    private static final Map<String, String> SOUTH = Map.of("site", "south", "checked", "yes");

    @Test
    void theyAreReplaced() {
        UploadLink upload = committed(NORTH, "bytes");
        FileView before = read();

        FileView changed = change(upload, SOUTH);

        assertThat(changed.version().details().tags()).isEqualTo(SOUTH);
        assertThat(download(changed.download())).isEqualTo("bytes");
        assertThat(changed.version())
                .isEqualTo(
                        before.version().withDetails(before.version().details().withTags(SOUTH)));
        assertTags(upload, SOUTH);
        change(upload, Map.of());
        assertTags(upload, Map.of());
    }

    @Test
    void onlyTheLatestVersionGetsThem() {
        UploadLink first = committed(NORTH, "first");
        UploadLink second = committed(NORTH, "second");

        change(first, SOUTH);

        assertThat(record(first).details().tags()).isEqualTo(NORTH);
        assertTags(second, SOUTH);
    }

    @Test
    void theNextVersionHasThemToo() {
        UploadLink first = committed(NORTH, "first");
        UploadLink begunBefore = issue();
        change(first, SOUTH);

        assertThat(record(issue()).details().tags()).isEqualTo(SOUTH);
        assertThat(record(begunBefore).details().tags()).isEqualTo(NORTH);
    }

    @Test
    void aVersionIsTheLatestThoughNobodyHasToldOfIt() {
        committed(NORTH, "first");
        UploadLink second = uploaded("second");

        change(second, SOUTH);

        assertThat(record(second).state()).isEqualTo(VersionState.COMMITTED);
        assertTags(second, SOUTH);
    }

    @Test
    void tagsThatAreThereAlreadyAreNotWrittenAgain() {
        UploadLink upload = committed(NORTH, "bytes");
        FileRecord before = read().file();

        assertThat(change(upload, NORTH).file()).isEqualTo(before);
    }

    @Test
    void aFileThatIsNotThereOrDeletedHasNone() {
        UploadLink nascent = issue();
        assertThatThrownBy(() -> change(nascent, NORTH)).isInstanceOf(UnknownFileException.class);
        assertThatThrownBy(() -> files.tags().change(workspace, FileId.random(), NORTH, ada, null))
                .isInstanceOf(UnknownFileException.class);
        UploadLink deleted = committed(NORTH, "bytes");
        files.delete().delete(workspace, report, ada);

        assertThatThrownBy(() -> change(deleted, SOUTH)).isInstanceOf(FileGoneException.class);
        files.restore().restore(workspace, deleted.fileId(), ada);
        assertTags(deleted, NORTH);
    }

    @Test
    void onACondition() {
        UploadLink upload = committed(NORTH, "bytes");
        UploadCondition latest =
                UploadCondition.latestIs(read().version().blob().etag());
        committed(NORTH, "newer");

        assertThatThrownBy(() -> files.tags().change(workspace, upload.fileId(), SOUTH, ada, latest))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(read().version().details().tags()).isEqualTo(NORTH);
        files.tags().change(workspace, upload.fileId(), SOUTH, ada, UploadCondition.fileExists());
        assertThat(read().version().details().tags()).isEqualTo(SOUTH);
    }

    @Test
    void aCrashIsMadeGoodByTheNextSweep() {
        afterEveryCrash(upload -> sweepAfter(Duration.ofMinutes(6)));
    }

    @Test
    void aCrashIsMadeGoodByTheNextCommit() {
        afterEveryCrash(upload -> {
            Map<String, String> tags = read().version().details().tags();
            UploadLink next = committed(Map.of("next", "version"), "next");
            assertThat(record(upload).details().tags()).isEqualTo(tags);
            assertThat(described(upload)).isEqualTo(tags);
            assertTags(next, Map.of("next", "version"));
        });
    }

    @Test
    void aCrashIsMadeGoodByTheNextChange() {
        Map<String, String> others = Map.of("another", "change");
        afterEveryCrash(upload -> {
            change(upload, others);
            assertTags(upload, others);
        });
    }

    @Test
    void aCrashIsMadeGoodThoughTheFileIsDeletedThen() {
        afterEveryCrash(upload -> {
            Map<String, String> tags = read().version().details().tags();
            files.delete().delete(workspace, report, ada);
            sweepAfter(Duration.ofMinutes(6));
            assertThat(record(upload).details().tags()).isEqualTo(tags);
            assertThat(described(upload)).isEqualTo(tags);
            files.restore().restore(workspace, upload.fileId(), ada);
        });
    }

    @Test
    void aDescriptionThatCannotBeWrittenIsLeftToTheSweep() {
        UploadLink upload = committed(NORTH, "bytes");

        UseCases.over(store, failingToDescribe(), clock).tags().change(workspace, upload.fileId(), SOUTH, ada, null);

        assertThat(read().version().details().tags()).isEqualTo(SOUTH);
        assertThat(described(upload)).isEqualTo(NORTH);
        sweepAfter(Duration.ofMinutes(6));
        assertTags(upload, SOUTH);
        assertThat(read().file().nextCheckAt()).isNull();
    }

    @Test
    void ofManyChangesAtOnceOneIsTheLast() {
        for (int round = 0; round < 10; round++) {
            workspace = newWorkspace();
            UploadLink upload = committed(NORTH, "bytes");

            Racing.all(6, caller -> change(upload, Map.of("caller", Integer.toString(caller))));

            assertThat(read().version().details().tags()).containsOnlyKeys("caller");
            assertAgree(upload);
        }
    }

    @Test
    void againstACommitTheyAreThoseOfOneVersionOrTheOther() {
        for (int round = 0; round < 10; round++) {
            workspace = newWorkspace();
            UploadLink first = committed(NORTH, "first");
            UploadLink second = uploaded("second");

            Racing.all(3, caller -> {
                if (caller == 0) {
                    files.commit().commit(blobName(second));
                } else {
                    change(first, Map.of("caller", Integer.toString(caller)));
                }
                return true;
            });

            assertThat(read().version().id()).isEqualTo(second.versionId());
            assertAgree(second);
            assertThat(described(first)).isEqualTo(record(first).details().tags());
        }
    }

    private void afterEveryCrash(Consumer<UploadLink> next) {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = committed(NORTH, "bytes"),
                crashing -> crashing.tags().change(workspace, upload[0].fileId(), SOUTH, ada, null),
                () -> {
                    assertThat(read().version().details().tags()).isIn(NORTH, SOUTH);
                    next.accept(upload[0]);
                    UploadLink first = upload[0];
                    VersionId latest = read().version().id();
                    assertAgree(new UploadLink(first.fileId(), latest, first.link(), first.expiresAt()));
                });
    }

    private FileView change(UploadLink upload, Map<String, String> tags) {
        return files.tags().change(workspace, upload.fileId(), tags, ada, null);
    }

    private UploadLink committed(Map<String, String> tags, String bytes) {
        Declaration told = new Declaration(null, Checksums.NONE, null, null, tags, null);
        UploadLink upload = files.issue().issue(workspace, report, ada, null, null, told);
        upload(upload, bytes);
        files.commit().commit(blobName(upload));
        return upload;
    }

    private void assertTags(UploadLink latest, Map<String, String> tags) {
        assertThat(read().version().id()).isEqualTo(latest.versionId());
        assertThat(read().version().details().tags()).isEqualTo(tags);
        assertAgree(latest);
    }

    private void assertAgree(UploadLink latest) {
        FileView file = read();
        Map<String, String> tags = file.version().details().tags();
        VersionRecord shown = Objects.requireNonNull(file.versions()).get(0);
        assertThat(shown.id()).isEqualTo(latest.versionId());
        assertThat(shown.details().tags()).isEqualTo(tags);
        assertThat(described(latest)).isEqualTo(tags);
    }

    /** The tags that the description of a version has. */
    private @Nullable Map<String, String> described(UploadLink upload) {
        AtomicReference<@Nullable Map<String, String>> tags = new AtomicReference<>();
        BlobName name = blobName(upload);
        blobs.updateDetails(name, details -> {
            tags.set(details.tags());
            return details;
        });
        return tags.get();
    }

    private BlobStore failingToDescribe() {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("updateDetails")) {
                        throw new BlobStoreException("The blob service failed.", null);
                    }
                    try {
                        return method.invoke(blobs, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
