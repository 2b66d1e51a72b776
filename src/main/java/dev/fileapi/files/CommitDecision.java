package dev.fileapi.files;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import org.jspecify.annotations.Nullable;

/** What a commit does with an upload whose blob is sealed. A pure function of the file's and the version's records. */
enum CommitDecision {

    /** Record nothing: the file or the upload is gone, or is being removed. */
    NOTHING,

    /** Change nothing: another call has finished this upload. */
    ALREADY_FINISHED,

    /** Finish with the facts of the file's pointer, which moved to this version before a crash. */
    FINISH_LATEST,

    /** Finish as superseded: the upload's condition no longer holds. */
    SUPERSEDE,

    /** Finish without moving the pointer: a newer version is the latest. */
    FINISH_OLDER,

    /** Move the file's pointer to this version, then finish. */
    BECOME_LATEST;

    /**
     * Decides.
     *
     * @param file the upload's file as it is now; null when there is none
     * @param version the upload as it is now, read after the file; null when there is none
     */
    static CommitDecision of(@Nullable FileRecord file, @Nullable VersionRecord version) {
        if (file == null || version == null || file.state() == FileState.PURGING) {
            return NOTHING;
        }
        if (version.state() != VersionState.PENDING) {
            return version.state() == VersionState.CANCELLED ? NOTHING : ALREADY_FINISHED;
        }
        CommittedVersion latest = file.latest();
        if (latest != null && latest.id().equals(version.id())) {
            return FINISH_LATEST;
        }
        boolean newest = version.id().isNewerThan(file.latestVersionId());
        UploadCondition condition = version.condition();
        if (condition != null && !condition.allowsCommit(latest, newest)) {
            return SUPERSEDE;
        }
        return newest ? BECOME_LATEST : FINISH_OLDER;
    }
}
