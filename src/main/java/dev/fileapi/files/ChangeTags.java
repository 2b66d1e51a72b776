package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileGoneException;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.UnknownFileException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the tags of a file's latest version. They are changed once its pointer is; the version's own record follows. */
@Singleton
public final class ChangeTags {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTags.class);

    private final MetadataStore store;
    private final FileFinder files;
    private final CommitOnRead commitOnRead;
    private final ReadFile read;
    private final SettleLatest settle;
    private final Deadlines deadlines;
    private final Clock clock;

    ChangeTags(
            MetadataStore store,
            FileFinder files,
            CommitOnRead commitOnRead,
            ReadFile read,
            SettleLatest settle,
            Deadlines deadlines,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.commitOnRead = commitOnRead;
        this.read = read;
        this.settle = settle;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Replaces the tags of the file's latest version.
     *
     * @param tags all that it has afterwards
     * @param condition judged against the live file; null: none
     * @return the file as it is then
     * @throws UnknownFileException when there is no such file
     * @throws FileGoneException when the file is deleted
     * @throws PreconditionFailedException when the condition is untrue
     * @throws BlobStoreException when it could not be checked in time which version is the latest
     */
    public FileView change(
            Workspace workspace,
            FileId fileId,
            Map<String, String> tags,
            User user,
            @Nullable UploadCondition condition) {
        FileRecord changed = OptimisticRetry.untilWritten(() -> attempt(found(workspace, fileId), tags, condition));
        LOG.info("tags changed: file={} version={} user={}", fileId, changed.latestVersionId(), user.id());
        settle.settleOrLeave(changed);
        return read.latest(changed);
    }

    private FileRecord found(Workspace workspace, FileId fileId) {
        FileRecord file = commitOnRead.refreshForDecision(files.any(workspace, fileId));
        if (file.isNascent() || file.state() == FileState.PURGING) {
            throw files.noFile(fileId);
        }
        if (file.state() == FileState.DELETED) {
            throw new FileGoneException("The file is deleted: restore it first.");
        }
        return file;
    }

    /** Tags that are there already are not written again: who wrote them settles the rest, or the sweep does. */
    private Optional<FileRecord> attempt(
            FileRecord file, Map<String, String> tags, @Nullable UploadCondition condition) {
        CommittedVersion latest = file.latest();
        if (condition != null) {
            condition.require(latest);
        }
        if (latest == null || latest.details().tags().equals(tags)) {
            return Optional.of(file);
        }
        return store.replaceFile(file.withTags(tags, deadlines.settlingCheckAt(clock.instant())))
                        instanceof FileWrite.Written written
                ? Optional.of(written.file())
                : Optional.empty();
    }
}
