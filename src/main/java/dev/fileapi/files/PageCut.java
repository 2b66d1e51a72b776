package dev.fileapi.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts one page of the listing into files. */
final class PageCut {

    private final List<StoredFile> files = new ArrayList<>();
    private final List<StoredBlob.Unknown> unknown = new ArrayList<>();
    private final List<Workspace> ended = new ArrayList<>();
    private @Nullable StoredFile open;

    /** @param open the file that the page before ended in; null when there is none */
    PageCut(@Nullable StoredFile open) {
        this.open = open == null ? null : open.onNextPage();
    }

    void add(StoredBlob blob) {
        if (blob instanceof StoredBlob.Version version) {
            BlobName name = version.name();
            open = file(name.workspace(), name.fileId()).with(version);
        } else if (blob instanceof StoredBlob.Mark mark) {
            open = file(mark.mark().workspace(), mark.mark().fileId()).with(mark.mark());
        } else if (blob instanceof StoredBlob.Unknown stranger) {
            unknown.add(stranger);
        }
    }

    /** The file that the page ends in; null when it has none. */
    @Nullable
    StoredFile open() {
        return open;
    }

    StoredPage page(@Nullable String continuation) {
        if (continuation == null) {
            end(null);
        } else if (open != null) {
            files.add(open);
        }
        return new StoredPage(files, unknown, ended, continuation);
    }

    private StoredFile file(Workspace workspace, FileId id) {
        if (open != null && open.is(workspace, id)) {
            return open;
        }
        end(workspace);
        return StoredFile.begin(workspace, id);
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
