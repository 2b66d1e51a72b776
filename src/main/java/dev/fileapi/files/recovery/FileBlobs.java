package dev.fileapi.files.recovery;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.StoredBlob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one page of the listing has of a file, and what the pages before had: a file's history is as long as it likes.
 *
 * @param versions those on this page, oldest first
 * @param after the last version on the pages before; null when there is none
 * @param newest the newest version so far that is described, stored and not superseded; null when there is none
 * @param marker null when none has been seen so far
 * @param ends whether nothing of the file follows
 */
record FileBlobs(
        Workspace workspace,
        FileId id,
        List<StoredBlob.Version> versions,
        @Nullable VersionId after,
        StoredBlob.@Nullable Version newest,
        @Nullable FileMarker marker,
        boolean ends) {

    FileBlobs {
        versions = List.copyOf(versions);
    }

    static FileBlobs begin(Workspace workspace, FileId id) {
        return new FileBlobs(workspace, id, List.of(), null, null, null, false);
    }

    boolean is(Workspace otherWorkspace, FileId otherId) {
        return workspace.equals(otherWorkspace) && id.equals(otherId);
    }

    FileBlobs with(StoredBlob.Version version) {
        List<StoredBlob.Version> more = new ArrayList<>(versions);
        more.add(version);
        boolean isNewest =
                version.backed().filter(described -> !described.superseded()).isPresent()
                        && version.name()
                                .versionId()
                                .isNewerThan(
                                        newest == null ? null : newest.name().versionId());
        return new FileBlobs(workspace, id, more, after, isNewest ? version : newest, marker, ends);
    }

    boolean isMarkAlone() {
        return marker != null && versions.isEmpty() && after == null;
    }

    FileBlobs with(FileMarker itsMark) {
        return new FileBlobs(workspace, id, versions, after, newest, itsMark, ends);
    }

    /** What the pages so far had, none of it on the next one. */
    FileBlobs onNextPage() {
        VersionId last = versions.isEmpty()
                ? after
                : versions.get(versions.size() - 1).name().versionId();
        return new FileBlobs(workspace, id, List.of(), last, newest, marker, false);
    }

    FileBlobs ended() {
        return new FileBlobs(workspace, id, versions, after, newest, marker, true);
    }
}
