package dev.fileapi.metadata;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import java.util.List;

/** Names a listing, the same in every release: cursors given out before must stay valid. */
public final class ListingName {

    private ListingName() {}

    /** Returns a name that no other listing has. */
    public static String of(Workspace workspace, FileFilter filter, List<FileOrder> order) {
        return "Listing[workspace=" + workspace + ", filter=" + text(filter) + ", order=" + order + "]";
    }

    /** Written out, so that a filter that a later release adds changes no name unless it is used. */
    private static String text(FileFilter filter) {
        return "FileFilter[deleted=" + filter.deleted()
                + ", author=" + filter.author()
                + ", nameContains=" + filter.nameContains()
                + ", createdAt=" + filter.createdAt()
                + ", modifiedAt=" + filter.modifiedAt()
                + ", deletedAt=" + filter.deletedAt()
                + (filter.size().isEmpty() ? "" : ", size=" + filter.size())
                + ", modifiedBy=" + filter.modifiedBy()
                + ", deletedBy=" + filter.deletedBy()
                + ", prefix=" + filter.prefix()
                + ", onlyDirectChildren=" + filter.onlyDirectChildren() + "]";
    }
}
