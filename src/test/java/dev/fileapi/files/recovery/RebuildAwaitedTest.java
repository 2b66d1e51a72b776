package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.FileQuery;
import dev.fileapi.files.FileView;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.CrashAfterStep;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where readers wait for verified bytes, a rebuild shows nothing that was not shown before. */
class RebuildAwaitedTest extends StorageTestBase {

    private static final ChecksumSettings AWAITED = new ChecksumSettings(0, 4, false, "all");

    private final FilePath other = FilePath.parse("other.csv");

    @BeforeEach
    void await() {
        blobs = container.store(clock, AWAITED);
        files = UseCases.over(store, blobs, clock, AWAITED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void anAwaitedVersionComesBackAsAnUploadThatAppearsOnceItIsVerified(int pageSize) {
        UploadLink before = uploadAndCommit("before");
        UploadLink newer = toldAndCommitted(report, "newer", "newer");
        UploadLink alone = toldAndCommitted(other, "alone", "alone");

        RebuildReport report = from(empty, pageSize).with(AWAITED).rebuild();

        assertThat(report.files()).isEqualTo(2);
        assertThat(report.versions()).isEqualTo(3);
        serve(empty);
        assertThat(read().version().id()).isEqualTo(before.versionId());
        assertThatThrownBy(() -> read(other)).isInstanceOf(UnknownFileException.class);
        assertThat(from(empty, pageSize).with(AWAITED).check().hasDifferences()).isFalse();
        verify();
        assertThat(download(read().download())).isEqualTo("newer");
        assertThat(download(read(other).download())).isEqualTo("alone");
        assertThat(record(newer).details().verification()).isEqualTo(Verification.VERIFIED);
        assertThat(record(alone).state()).isEqualTo(VersionState.COMMITTED);
    }

    @Test
    void aWrongOneNeverAppears() {
        UploadLink before = uploadAndCommit("before");
        UploadLink wrong = toldAndCommitted(report, "told", "sent");
        UploadLink alone = toldAndCommitted(other, "told", "sent");

        from(empty, 1_000).with(AWAITED).rebuild();

        serve(empty);
        verify();
        assertThat(read().version().id()).isEqualTo(before.versionId());
        assertThatThrownBy(() -> read(other)).isInstanceOf(UnknownFileException.class);
        assertThat(record(wrong).state()).isEqualTo(VersionState.REJECTED);
        assertThat(record(alone).state()).isEqualTo(VersionState.REJECTED);
    }

    @Test
    void aRebuildThatDiedAfterAnyStepIsEndedByTheNext() {
        toldAndCommitted(report, "newer", "newer");
        boolean crashed = true;
        for (int step = 1; crashed; step++) {
            emptyStore();
            CrashAfterStep crash = new CrashAfterStep(step);
            RecordsFromStorage crashing = RecordsFromStorage.of(
                            crash.in(MetadataStore.class, empty),
                            crash.in(BlobStore.class, blobs),
                            listing,
                            upkeep,
                            clock,
                            1_000)
                    .with(AWAITED);
            runUntilCrash(crashing::rebuild);
            crashed = crash.hasHappened();

            from(empty, 1_000).with(AWAITED).rebuild();

            assertThat(empty.findFile(workspace, Slot.of(report)).orElseThrow().isNascent())
                    .isTrue();
        }
    }

    @Test
    void onceItIsShownItIsNoDifferenceThatReadersWaitNow() {
        files = UseCases.over(store, blobs, clock);
        UploadLink shown = toldAndCommitted(report, "shown", "shown");
        assertThat(record(shown).state()).isEqualTo(VersionState.COMMITTED);

        assertThat(from(store, 1_000).with(AWAITED).check().hasDifferences()).isFalse();
    }

    private UploadLink toldAndCommitted(FilePath path, String told, String sent) {
        Checksums checksums = toldOf(told).checksums();
        Declaration declaration = new Declaration(null, checksums, null, null, null, null);
        UploadLink upload = files.issue().issue(workspace, path, ada, null, null, declaration);
        upload(upload, sent);
        files.commit().commit(blobName(upload));
        return upload;
    }

    private FileView read(FilePath path) {
        return files.read().read(workspace, path, FileQuery.of(null, true, false));
    }

    private void serve(MetadataStore rebuilt) {
        store = rebuilt;
        files = UseCases.over(store, blobs, clock, AWAITED);
    }

    /** Fires the timer that reads versions. */
    private void verify() {
        clock.move(Duration.ofMinutes(6));
        files.verify().run(clock.instant().plus(Duration.ofMinutes(5)));
    }
}
