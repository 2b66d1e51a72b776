package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.StoredBlob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts one page of the listing into files. */
final class FileGrouping {

    private final List<FileBlobs> files = new ArrayList<>();
    private final List<StoredBlob.Unknown> unknown = new ArrayList<>();
    private final List<Workspace> ended = new ArrayList<>();
    private @Nullable FileBlobs open;

    /** @param open the file that the page before ended in; null when there is none */
    FileGrouping(@Nullable FileBlobs open) {
        this.open = open == null ? null : open.onNextPage();
    }

    void add(StoredBlob blob) {
        if (blob instanceof StoredBlob.Version version) {
            BlobName name = version.name();
            open = file(name.workspace(), name.fileId()).with(version);
        } else if (blob instanceof StoredBlob.Marker marker) {
            open = file(marker.marker().workspace(), marker.marker().fileId()).with(marker.marker());
        } else if (blob instanceof StoredBlob.Unknown stranger) {
            unknown.add(stranger);
        }
    }

    /** The file that the page ends in; null when it has none. */
    @Nullable
    FileBlobs open() {
        return open;
    }

    ListingPage page(@Nullable String continuation) {
        if (continuation == null) {
            end(null);
        } else if (open != null) {
            files.add(open);
        }
        return new ListingPage(files, unknown, ended, continuation);
    }

    private FileBlobs file(Workspace workspace, FileId id) {
        if (open != null && open.is(workspace, id)) {
            return open;
        }
        end(workspace);
        return FileBlobs.begin(workspace, id);
    }

    private void end(@Nullable Workspace next) {
        if (open != null) {
            files.add(open.ended());
            if (!open.workspace().equals(next)) {
                ended.add(open.workspace());
            }
        }
    }
}
