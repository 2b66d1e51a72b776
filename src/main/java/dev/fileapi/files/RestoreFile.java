package dev.fileapi.files;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a deleted file back: to its old path, or beside it under a new name when that is taken. */
@Singleton
public final class RestoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreFile.class);

    private final MetadataStore store;
    private final FileFinder files;
    private final NoticeCommits notice;
    private final ReadFile read;
    private final MarkFile marks;
    private final Lifetimes lifetimes;
    private final Clock clock;

    RestoreFile(
            MetadataStore store,
            FileFinder files,
            NoticeCommits notice,
            ReadFile read,
            MarkFile marks,
            Lifetimes lifetimes,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.notice = notice;
        this.read = read;
        this.marks = marks;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /**
     * Restores the file; does nothing when it is not deleted.
     *
     * @return the file when it came back under a new name; empty when it is at its old path
     * @throws FileNotFoundException when there is no such file, or its retention has ended
     */
    public Optional<FileView> restore(Workspace workspace, FileId fileId, User user) {
        Restored restored = Attempts.untilWritten(() -> tryToRestore(workspace, fileId));
        LOG.info("file restored: file={} user={} renamed={}", fileId, user.id(), restored.renamed());
        return restored.renamed() ? Optional.of(read.latest(restored.file())) : Optional.empty();
    }

    private Optional<Restored> tryToRestore(Workspace workspace, FileId fileId) {
        FileRecord file = notice.notice(files.any(workspace, fileId));
        if (file.isNascent() || file.state() == FileState.PURGING) {
            throw files.noFile(fileId);
        }
        if (file.state() == FileState.LIVE) {
            return Optional.of(new Restored(file, false));
        }
        Instant checkMarkAt = lifetimes.checkMark(clock.instant());
        FileWrite write = store.replaceFile(file.restored(file.path(), checkMarkAt));
        for (int number = 1; write instanceof FileWrite.SlotTaken; number++) {
            write = store.replaceFile(file.restored(file.path().besides("restored " + number), checkMarkAt));
        }
        if (write instanceof FileWrite.Written written) {
            FileRecord restored = written.file();
            marks.markOrLeave(restored);
            return Optional.of(new Restored(restored, !restored.path().equals(file.path())));
        }
        return Optional.empty();
    }

    private record Restored(FileRecord file, boolean renamed) {}
}
