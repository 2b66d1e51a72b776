package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.Racing;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommitUploadTest extends UseCaseTestBase {

    @Test
    void nothingHappensWhileNoBytesAreIn() {
        UploadLink upload = issue();

        files.commit().commit(blobName(upload));

        assertThat(record(upload).state()).isEqualTo(VersionState.PENDING);
    }

    @Test
    void aSecondCommitChangesNothing() {
        UploadLink upload = uploadAndCommit("bytes");
        VersionRecord committed = record(upload);

        files.commit().commit(blobName(upload));

        assertThat(record(upload)).isEqualTo(committed);
    }

    @Test
    void tenEventsAtOnceHaveOneResult() {
        UploadLink first = uploaded("first");
        UploadLink second = uploaded("second");

        Racing.all(20, event -> {
            files.commit().commit(blobName(event % 2 == 0 ? second : first));
            return event;
        });

        FileView view = read();
        assertThat(view.version().id()).isEqualTo(second.versionId());
        assertThat(view.versions())
                .extracting(VersionRecord::id)
                .containsExactly(second.versionId(), first.versionId());
    }

    @Test
    void theLatestIsTheHighestWhateverOrderUploadsFinishIn() {
        UploadLink first = issue();
        UploadLink second = issue();
        upload(second, "second");
        files.commit().commit(blobName(second));
        upload(first, "first");
        files.commit().commit(blobName(first));

        assertThat(download(read().download())).isEqualTo("second");
        assertThat(read().versions()).hasSize(2);
    }

    @Test
    void aReadSeesWhatAnEventCommittedBetweenItsSteps() {
        uploadAndCommit("first");
        UploadLink second = uploaded("second");
        MetadataStore interrupted = before("findUnseen", () -> files.commit().commit(blobName(second)));

        FileView view = UseCases.over(interrupted, blobs, clock)
                .read()
                .read(workspace, report, FileQuery.of(null, true, false));

        assertThat(download(view.download())).isEqualTo("second");
    }

    @Test
    void anEventOfAnUnknownBlobIsDropped() {
        BlobName unknown = new BlobName(workspace, FileId.random(), new VersionId(1));

        assertThatCode(() -> files.commit().commit(unknown)).doesNotThrowAnyException();
    }

    @Test
    void aCommittedVersionCannotBeChangedThroughItsLink() {
        UploadLink upload = uploadAndCommit("first");
        String etag = read().version().blob().etag();

        assertThat(client.put(upload.link(), "second").statusCode()).isEqualTo(412);
        client.breakLease(upload.link());
        client.put(upload.link(), "third");
        files.commit().commit(blobName(upload));

        assertThat(download(read().download())).isEqualTo("first");
        assertThat(read().version().blob().etag()).isEqualTo(etag);
    }

    @Test
    void aConditionThatBecameUntrueMakesTheVersionSuperseded() {
        UploadLink conditional =
                files.issue().issue(workspace, report, ada, UploadCondition.noSuchFile(), null, Declaration.NONE);
        uploadAndCommit("faster");
        upload(conditional, "slower");

        files.commit().commit(blobName(conditional));

        assertThat(record(conditional).state()).isEqualTo(VersionState.SUPERSEDED);
        assertThat(download(read().download())).isEqualTo("faster");
        assertThat(read().versions()).hasSize(1);
    }

    @Test
    void ofManyUploadsOverOneVersionOneWins() {
        uploadAndCommit("first");
        UploadCondition overFirst =
                UploadCondition.latestIs(read().version().blob().etag());
        List<UploadLink> uploads = Stream.generate(
                        () -> files.issue().issue(workspace, report, ada, overFirst, null, Declaration.NONE))
                .limit(8)
                .toList();
        uploads.forEach(upload -> upload(upload, "over first"));

        Racing.all(8, caller -> {
            files.commit().commit(blobName(uploads.get(caller)));
            return caller;
        });

        assertThat(uploads).extracting(upload -> record(upload).state()).containsOnlyOnce(VersionState.COMMITTED);
        assertThat(read().versions()).hasSize(2);
    }

    @Test
    void aConditionThatIsUntrueAlreadyIsRefused() {
        uploaded("not recorded yet");

        assertThatThrownBy(() -> files.issue()
                        .issue(workspace, report, ada, UploadCondition.noSuchFile(), null, Declaration.NONE))
                .isInstanceOf(PreconditionFailedException.class);
        assertThatThrownBy(() -> files.issue()
                        .issue(workspace, report, ada, UploadCondition.latestIs("\"0x1\""), null, Declaration.NONE))
                .isInstanceOf(PreconditionFailedException.class);
    }

    /** The store, but something happens before each call of a method: timing that no real store can be made to have. */
    private MetadataStore before(String call, Runnable happening) {
        return (MetadataStore) Proxy.newProxyInstance(
                MetadataStore.class.getClassLoader(),
                new Class<?>[] {MetadataStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(call)) {
                        happening.run();
                    }
                    return method.invoke(store, arguments);
                });
    }
}
