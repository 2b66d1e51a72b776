package dev.fileapi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FilesException;
import dev.fileapi.files.model.PathTakenException;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.testing.NoFileMetrics;
import dev.fileapi.files.testing.Racing;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A file under another path is the same file. */
class MoveFileTest extends UseCaseTestBase {

    private static final FilePath TO = FilePath.parse("archive/2026.csv");
    private static final FilePath THIRD = FilePath.parse("third.csv");

    @Test
    void aMovedFileIsAtItsNewPathAloneAndElseAsItWas() {
        uploadAndCommit("first");
        clock.move(Duration.ofHours(1));
        uploadAndCommit("second");
        FileView before = read();
        clock.move(Duration.ofHours(1));

        FileRecord moved = files.move().move(workspace, report, TO, ada, null);

        FileView after = read(TO);
        assertThat(after.file()).isEqualTo(moved);
        assertThat(after.file().id()).isEqualTo(before.file().id());
        assertThat(after.file().createdAt()).isEqualTo(before.file().createdAt());
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.versions()).isEqualTo(before.versions());
        assertThat(download(after.download())).isEqualTo("second");
        assertThat(download(before.download())).isEqualTo("second");
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
    }

    @Test
    void thePathThatItLeavesIsFree() {
        UploadLink old = uploadAndCommit("old");
        files.move().move(workspace, old.fileId(), TO, ada, null);

        UploadLink now = uploadAndCommit("new");

        assertThat(now.fileId()).isNotEqualTo(old.fileId());
        assertThat(download(read().download())).isEqualTo("new");
        assertThat(download(read(TO).download())).isEqualTo("old");
    }

    @Test
    void aMoveToWhereTheFileIsWritesNothing() {
        UploadLink upload = uploadAndCommit("bytes");
        FileRecord before = file(upload);

        assertThat(files.move().move(workspace, report, report, ada, null)).isEqualTo(before);
        assertThat(file(upload)).isEqualTo(before);
        assertThat(blobs.findMarker(workspace, upload.fileId())).isEmpty();
    }

    @Test
    void whatIsCommittedAndNotRecordedYetIsMoved() {
        UploadLink upload = uploaded("bytes");

        assertThat(files.move().move(workspace, report, TO, ada, null).latestVersionId())
                .isEqualTo(upload.versionId());
    }

    @Test
    void whatIsNotThereIsNotMoved() {
        UploadLink nascent = issue();

        assertRefused(UnknownFileException.class, () -> files.move().move(workspace, THIRD, TO, ada, null));
        assertRefused(UnknownFileException.class, () -> files.move().move(workspace, FileId.random(), TO, ada, null));
        assertRefused(UnknownFileException.class, () -> files.move().move(workspace, report, TO, ada, null));
        assertRefused(UnknownFileException.class, () -> files.move().move(workspace, nascent.fileId(), TO, ada, null));
    }

    @Test
    void aDeletedFileIsMovedOnceItIsRestored() {
        UploadLink upload = uploadAndCommit("bytes");
        files.delete().delete(workspace, report, ada);

        assertRefused(FileGoneException.class, () -> files.move().move(workspace, upload.fileId(), TO, ada, null));
        assertRefused(UnknownFileException.class, () -> files.move().move(workspace, report, TO, ada, null));

        files.restore().restore(workspace, upload.fileId(), ada);
        files.move().move(workspace, upload.fileId(), TO, ada, null);
        files.delete().delete(workspace, TO, ada);
        files.restore().restore(workspace, upload.fileId(), ada);
        assertThat(read(TO).file().id()).isEqualTo(upload.fileId());
    }

    @Test
    void aFileThatIsBeingRemovedIsNotMoved() {
        UploadLink upload = uploadAndCommit("bytes");
        files.delete().delete(workspace, report, ada);
        store.replaceFile(file(upload).purging());

        assertRefused(UnknownFileException.class, () -> files.move().move(workspace, upload.fileId(), TO, ada, null));
    }

    @Test
    void aPathThatAnotherFileHasIsTaken() {
        uploadAndCommit("bytes");
        UploadLink other = issueAt(TO);

        assertThatThrownBy(() -> files.move().move(workspace, report, TO, ada, null))
                .isInstanceOf(PathTakenException.class)
                .hasMessageContaining("An upload to 'archive/2026.csv' is in progress");
        upload(other, "other");
        assertThatThrownBy(() -> files.move().move(workspace, report, TO, ada, null))
                .isInstanceOf(PathTakenException.class)
                .hasMessageContaining("There is a file at 'archive/2026.csv'");

        files.delete().delete(workspace, TO, ada);
        assertThat(files.move().move(workspace, report, TO, ada, null).path()).isEqualTo(TO);
    }

    /** As its refusal says. */
    @Test
    void aPathWithAnUploadInProgressIsFreeOnceItIsDeleted() {
        uploadAndCommit("bytes");
        issueAt(TO);

        files.delete().delete(workspace, TO, ada);

        assertThat(files.move().move(workspace, report, TO, ada, null).path()).isEqualTo(TO);
    }

    @Test
    void aConditionIsJudgedByWhatIsCommitted() {
        uploadAndCommit("first");
        UploadCondition overFirst = UploadCondition.latestIs(latest().blob().etag());
        uploaded("second");

        assertRefused(
                PreconditionFailedException.class, () -> files.move().move(workspace, report, TO, ada, overFirst));
        assertRefused(
                PreconditionFailedException.class, () -> files.move().move(workspace, report, report, ada, overFirst));
        UploadCondition overSecond = UploadCondition.latestIs(latest().blob().etag());
        assertThat(files.move().move(workspace, report, TO, ada, overSecond).path())
                .isEqualTo(TO);
    }

    @Test
    void onceTheTimeOfACallHasGoneByNothingIsDecidedByAnOldState() {
        uploadAndCommit("first");
        uploaded("second");

        assertThatThrownBy(() -> files.move().move(workspace, report, TO, ada, null, Duration.ZERO))
                .isInstanceOf(BlobStoreException.class);
    }

    @Test
    void anUploadInProgressGoesOnAtTheNewPath() {
        uploadAndCommit("first");
        UploadLink second = issue();

        files.move().move(workspace, report, TO, ada, null);

        assertThatThrownBy(() -> files.relink().relink(workspace, report, second.versionId(), Declaration.NONE))
                .isInstanceOf(UnknownFileException.class);
        UploadLink again = files.relink().relink(workspace, TO, second.versionId(), Declaration.NONE);
        assertThat(inProgress(TO)).containsExactly(second.versionId());
        assertThat(inProgress(report)).isEmpty();
        upload(again, "second");
        files.commit().commit(blobName(second));
        assertThat(read(TO).version().id()).isEqualTo(second.versionId());
        assertThat(download(read(TO).download())).isEqualTo("second");
        assertThatThrownBy(this::read).isInstanceOf(UnknownFileException.class);
    }

    @Test
    void theConditionOfAnUploadInProgressIsJudgedForItsFile() {
        uploadAndCommit("first");
        UploadCondition overFirst = UploadCondition.latestIs(latest().blob().etag());
        UploadLink one = files.issue().issue(workspace, report, ada, overFirst, null, Declaration.NONE);
        UploadLink other = files.issue().issue(workspace, report, ada, overFirst, null, Declaration.NONE);
        files.move().move(workspace, report, TO, ada, null);
        uploadAndCommit("another file at the old path");

        upload(one, "one");
        files.commit().commit(blobName(one));
        upload(other, "other");
        files.commit().commit(blobName(other));

        assertThat(record(one).state()).isEqualTo(VersionState.COMMITTED);
        assertThat(record(other).state()).isEqualTo(VersionState.SUPERSEDED);
    }

    @Test
    void anIdempotencyKeyGoesWithTheFile() {
        uploadAndCommit("first");
        UploadLink upload = files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE);
        files.move().move(workspace, report, TO, ada, null);

        UploadLink atNewPath = files.issue().issue(workspace, TO, ada, null, "key", Declaration.NONE);
        UploadLink atOldPath = files.issue().issue(workspace, report, ada, null, "key", Declaration.NONE);

        assertThat(atNewPath.versionId()).isEqualTo(upload.versionId());
        assertThat(atOldPath.fileId()).isNotEqualTo(upload.fileId());
    }

    @Test
    void anOldVersionIsPromotedAfterAMove() {
        UploadLink first = uploadAndCommit("first");
        uploadAndCommit("second");
        files.move().move(workspace, report, TO, ada, null);

        files.promote().promote(workspace, first.fileId(), first.versionId(), ada, null, null);

        assertThat(download(read(TO).download())).isEqualTo("first");
    }

    @Test
    void theMarkerInStorageTellsTheNewPath() {
        UploadLink upload = uploadAndCommit("bytes");

        FileRecord moved = files.move().move(workspace, report, TO, ada, null);

        assertThat(marker(upload)).isEqualTo(FileMarker.of(moved));
        sweepAfter(Duration.ofMinutes(6));
        assertThat(file(upload).nextCheckAt()).isNull();
        assertThat(file(upload).path()).isEqualTo(TO);
    }

    @Test
    void aMoveThatDiedAfterAnyStepIsDoneOrNotAndMarkedByTheNextSweep() {
        UploadLink[] upload = new UploadLink[1];
        crashAfterEveryStep(
                () -> upload[0] = uploadAndCommit("bytes"),
                crashing -> crashing.move().move(workspace, report, TO, ada, null),
                () -> {
                    FileRecord left = file(upload[0]);
                    assertThat(left.path()).isIn(report, TO);
                    assertThat(store.findFile(workspace, Slot.of(left.path()))).contains(left);
                    sweepAfter(Duration.ofMinutes(6));
                    assertThat(left.path().equals(report) || FileMarker.of(left).equals(marker(upload[0])))
                            .isTrue();
                    files.move().move(workspace, upload[0].fileId(), TO, ada, null);
                    assertThat(download(read(TO).download())).isEqualTo("bytes");
                });
    }

    /** Whatever becomes of the version that was moved. */
    @Test
    void theMarkerThatACrashLeftOutIsWrittenBeforeTheFileLosesItsLastVersion() {
        UploadLink upload = uploadAndCommit("bytes");
        files.move().move(workspace, report, THIRD, ada, null);
        sweepAfter(Duration.ofMinutes(6));
        store.replaceFile(file(upload).movedTo(TO, clock.instant().plus(Duration.ofMinutes(5))));

        clock.move(Duration.ofMinutes(1));
        takeBack(upload);

        assertThat(file(upload).isNascent()).isTrue();
        assertThat(Objects.requireNonNull(marker(upload)).path()).isEqualTo(TO);
    }

    @Test
    void ofManyMoversToOnePathOneWins() {
        for (int round = 0; round < 10; round++) {
            workspace = newWorkspace();
            List<FilePath> paths = List.of(report, FilePath.parse("b.csv"), FilePath.parse("c.csv"));
            paths.forEach(this::committedAt);

            List<Boolean> moved = Racing.all(4, caller -> caller < 3 ? isMoved(paths.get(caller)) : isCreated());

            assertThat(moved).containsOnlyOnce(true);
            assertThat(paths.stream().filter(path -> isThere(path)).count()).isEqualTo(moved.get(3) ? 3 : 2);
        }
    }

    @Test
    void aMoveAgainstACommitAndADeletionLosesNothing() {
        for (int round = 0; round < 10; round++) {
            workspace = newWorkspace();
            uploadAndCommit("first");
            UploadLink second = uploaded("second");

            Racing.all(3, caller -> switch (caller) {
                case 0 -> files.commit().commit(blobName(second)).isPresent();
                case 1 -> isMoved(report);
                default -> isDeleted();
            });

            FileRecord left = file(second);
            assertThat(left.latestVersionId()).isEqualTo(second.versionId());
            assertThat(left.deletion() == null).isEqualTo(left.path().equals(TO));
            assertThat(marker(second)).isEqualTo(FileMarker.of(left));
        }
    }

    private void takeBack(UploadLink upload) {
        Deadlines deadlines = new Deadlines(UseCases.SETTINGS);
        SettleLatest settle = new SettleLatest(store, blobs, new VerificationPolicy(checksums, clock), clock);
        LatestPointer pointer = new LatestPointer(store, settle, new WriteMarker(store, blobs), deadlines, clock);
        new WithdrawVersion(store, blobs, pointer, new NoFileMetrics(), clock)
                .withdraw(record(upload), RejectionReason.WRONG_CHECKSUM);
    }

    private boolean isMoved(FilePath path) {
        try {
            return files.move().move(workspace, path, TO, ada, null).path().equals(TO);
        } catch (PathTakenException | UnknownFileException lost) {
            return false;
        }
    }

    private boolean isDeleted() {
        try {
            return files.delete()
                    .delete(workspace, report, ada, UploadCondition.fileExists())
                    .isPresent();
        } catch (PreconditionFailedException lost) {
            return false;
        }
    }

    private boolean isCreated() {
        try {
            issueAt(TO, UploadCondition.noSuchFile());
            return store.findFile(workspace, Slot.of(TO))
                    .filter(FileRecord::isNascent)
                    .isPresent();
        } catch (PreconditionFailedException lost) {
            return false;
        }
    }

    private boolean isThere(FilePath path) {
        return store.findFile(workspace, Slot.of(path)).isPresent();
    }

    private UploadLink committedAt(FilePath path) {
        UploadLink upload = issueAt(path);
        upload(upload, path.value());
        files.commit().commit(blobName(upload));
        return upload;
    }

    private UploadLink issueAt(FilePath path) {
        return issueAt(path, null);
    }

    private UploadLink issueAt(FilePath path, @Nullable UploadCondition condition) {
        return files.issue().issue(workspace, path, ada, condition, null, Declaration.NONE);
    }

    private FileView read(FilePath path) {
        return files.read().read(workspace, path, FileQuery.of(null, true, false));
    }

    private CommittedVersion latest() {
        return read().version();
    }

    private FileRecord file(UploadLink upload) {
        return store.findFile(workspace, upload.fileId()).orElseThrow();
    }

    private @Nullable FileMarker marker(UploadLink upload) {
        return blobs.findMarker(workspace, upload.fileId())
                .map(FileMarker.Stored::marker)
                .orElse(null);
    }

    private List<VersionId> inProgress(FilePath path) {
        UploadFilter filter = new UploadFilter(path, "", null);
        return files.findUploads().find(workspace, filter, false, null, 10).uploads().stream()
                .map(upload -> upload.upload().version().id())
                .toList();
    }

    private static void assertRefused(Class<? extends FilesException> problem, ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOf(problem);
    }
}
