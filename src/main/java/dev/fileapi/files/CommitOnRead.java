package dev.fileapi.files;

import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.CommitTrigger;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Read repair for one file: checks the blobs of its newest unfinished uploads, and records those that were committed. A transfer that
 * began in time may end long after its link, so an upload's age does not matter.
 */
@Singleton
class CommitOnRead {

    /** Of uploads above the latest version, for a reader of that alone, and of those on either side of it for the history. */
    private static final int MAX_NEWER = 8;

    private static final int MAX_UPLOADS = 64;

    private final MetadataStore store;
    private final CommitUpload commits;
    private final CheckUploads check;
    private final FilesSettings settings;

    CommitOnRead(MetadataStore store, CommitUpload commits, CheckUploads check, FilesSettings settings) {
        this.store = store;
        this.commits = commits;
        this.check = check;
        this.settings = settings;
    }

    /**
     * A file after its uploads were checked.
     *
     * @param unchecked how many uploads, at least, may be committed without being seen
     */
    record Refreshed(FileRecord file, int unchecked) {}

    /** Returns the file after its uploads above the latest version are recorded; unchanged when there are none. */
    FileRecord refresh(FileRecord file) {
        return refresh(file, anyNumberOfCalls()).file();
    }

    /** Returns the file after its uploads above the latest version are recorded, as far as the limits go. */
    Refreshed refresh(FileRecord file, ReadLimits limits) {
        return refresh(file, unseen(file, MAX_NEWER), MAX_NEWER, limits);
    }

    /** As {@link #refresh(FileRecord, ReadLimits)}, for the uploads on both sides of the latest version. */
    Refreshed refreshHistory(FileRecord file, ReadLimits limits) {
        List<VersionRecord> uploads = new ArrayList<>(unseen(file, MAX_UPLOADS));
        VersionId latest = file.latestVersionId();
        if (latest != null && uploads.size() <= MAX_UPLOADS) {
            uploads.addAll(store.findVersions(
                    file.workspace(),
                    file.id(),
                    EnumSet.of(VersionState.PENDING),
                    latest,
                    MAX_UPLOADS + 1 - uploads.size()));
        }
        return refresh(file, uploads, MAX_UPLOADS, limits);
    }

    /**
     * Returns the file as {@link #refresh(FileRecord)} does, for a decision that must not rest on an older state.
     *
     * @throws BlobStoreException when an upload could not be checked in time
     */
    FileRecord refreshForDecision(FileRecord file) {
        return refreshForDecision(file, settings.readDeadline());
    }

    /** As {@link #refreshForDecision(FileRecord)}, with another deadline; when it is zero, no upload can be checked. */
    FileRecord refreshForDecision(FileRecord file, Duration deadline) {
        List<VersionRecord> newest = store.findUnseen(file.workspace(), file.id(), file.latestVersionId(), MAX_NEWER);
        Refreshed refreshed = refresh(file, newest, MAX_NEWER, new ReadLimits(Integer.MAX_VALUE, deadline));
        if (refreshed.unchecked() > 0) {
            throw new BlobStoreException("Uploads above the latest version could not be checked.", null);
        }
        return refreshed.file();
    }

    private ReadLimits anyNumberOfCalls() {
        return new ReadLimits(Integer.MAX_VALUE, settings.readDeadline());
    }

    /** Returns one more than are checked, to tell that there are others. */
    private List<VersionRecord> unseen(FileRecord file, int max) {
        return store.findUnseen(file.workspace(), file.id(), file.latestVersionId(), max + 1);
    }

    private Refreshed refresh(FileRecord file, List<VersionRecord> uploads, int max, ReadLimits limits) {
        if (uploads.isEmpty()) {
            return new Refreshed(file, 0);
        }
        CheckUploads.Checked checked = check.check(
                uploads.subList(0, Math.min(max, uploads.size())),
                upload -> commits.commit(file, upload, CommitTrigger.READ),
                limits.calls(),
                limits.deadline());
        return new Refreshed(
                store.findFile(file.workspace(), file.id()).orElse(file),
                checked.unchecked() + Math.max(0, uploads.size() - max));
    }
}
