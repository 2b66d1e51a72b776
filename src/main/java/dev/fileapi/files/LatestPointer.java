package dev.fileapi.files;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves a file's pointer to the newest of its committed versions, where it is not there yet: the version that it was at has been taken back,
 * or has been taken back while an older one was being recorded.
 */
@Singleton
final class LatestPointer {

    private final MetadataStore store;
    private final SettleLatest settle;
    private final WriteMarker markers;
    private final Deadlines deadlines;
    private final Clock clock;

    LatestPointer(MetadataStore store, SettleLatest settle, WriteMarker markers, Deadlines deadlines, Clock clock) {
        this.store = store;
        this.settle = settle;
        this.markers = markers;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Moves the pointer up, if a newer version is committed than it is at. */
    void raise(Workspace workspace, FileId file) {
        OptimisticRetry.untilWritten(() -> attempt(workspace, file, null));
    }

    /** Moves the pointer away from a version that is taken back, if it is there. */
    void leave(VersionRecord withdrawn) {
        OptimisticRetry.untilWritten(() -> attempt(withdrawn.workspace(), withdrawn.fileId(), withdrawn.id()));
        // a call before this one may have broken off when it had moved the pointer
        agree(withdrawn.workspace(), withdrawn.fileId());
    }

    /** After a move all is looked at again: an older version may have been recorded meanwhile. Empty: look again. */
    private Optional<Boolean> attempt(Workspace workspace, FileId id, @Nullable VersionId withdrawn) {
        FileRecord file = find(workspace, id);
        if (file == null) {
            return Optional.of(false);
        }
        CommittedVersion newest = newest(file);
        boolean left = file.latestVersionId() == null || !file.latestVersionId().equals(withdrawn);
        boolean newer = newest != null && newest.id().isNewerThan(file.latestVersionId());
        if (left && !newer) {
            return Optional.of(true);
        }
        if (left) {
            settle.beforeItIsLeft(file);
        }
        FileRecord moved = newest == null ? emptied(file) : file.pointingAt(newest);
        if (store.replaceFile(moved) instanceof FileWrite.Written) {
            agree(workspace, id);
        }
        return Optional.empty();
    }

    /** The sweep does not look for the marker of a file without a version: one that is still to be written is written first. */
    private FileRecord emptied(FileRecord file) {
        if (file.state() == FileState.LIVE && file.nextCheckAt() != null) {
            markers.write(file);
        }
        return file.emptied(deadlines.nascentFileCheck(clock.instant()));
    }

    /**
     * Makes the pointer tell what the record of the version that it is at tells of the bytes. A call that has read them meanwhile may have
     * written the record by now; one that has not looks at the pointer once more when it has.
     */
    private void agree(Workspace workspace, FileId id) {
        OptimisticRetry.untilWritten(() -> {
            FileRecord file = find(workspace, id);
            CommittedVersion latest = file == null ? null : file.latest();
            VersionRecord version = latest == null
                    ? null
                    : store.findVersion(workspace, id, latest.id())
                            .filter(found -> found.state() == VersionState.COMMITTED)
                            .orElse(null);
            if (file == null || latest == null || version == null) {
                return Optional.of(false);
            }
            if (version.verificationTask() != null) {
                return Optional.of(true);
            }
            VersionDetails known = version.details().withTags(latest.details().tags());
            boolean agreed = known.equals(latest.details())
                    || store.replaceFile(file.pointingAt(latest.withDetails(known))) instanceof FileWrite.Written;
            return agreed ? Optional.of(true) : Optional.empty();
        });
    }

    private @Nullable FileRecord find(Workspace workspace, FileId id) {
        return store.findFile(workspace, id)
                .filter(found -> found.state() != FileState.PURGING)
                .orElse(null);
    }

    private @Nullable CommittedVersion newest(FileRecord file) {
        return store.findVersions(file.workspace(), file.id(), EnumSet.of(VersionState.COMMITTED), null, 1).stream()
                .findFirst()
                .flatMap(VersionRecord::committed)
                .orElse(null);
    }
}
