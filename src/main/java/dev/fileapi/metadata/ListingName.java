package dev.fileapi.metadata;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

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
                + (filter.tags().isEmpty() ? "" : ", tags=" + tags(filter.tags()))
                + (filter.checksums().isEmpty()
                        ? ""
                        : ", checksums=" + filter.checksums().values())
                + ", modifiedBy=" + filter.modifiedBy()
                + ", deletedBy=" + filter.deletedBy()
                + ", prefix=" + filter.prefix()
                + ", onlyDirectChildren=" + filter.onlyDirectChildren() + "]";
    }

    /** Encoded, since a tag may have any text in it. */
    private static List<String> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> encoded(tag.getKey()) + ":" + encoded(tag.getValue()))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
