package dev.fileapi.files.store;

import dev.fileapi.files.model.CaseFolding;
import dev.fileapi.files.model.Checksums;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a workspace to list; a file must meet all of it.
 *
 * @param deleted true: only deleted files; false: only live ones
 * @param author who created the file; null: anybody
 * @param nameContains part of the file's name, in any case; kept as {@link CaseFolding} folds it; null: any
 * @param createdAt bounds of the file's creation
 * @param modifiedAt bounds of the latest version's creation
 * @param deletedAt bounds of the deletion
 * @param size bounds of the latest version's size
 * @param tags tags that the latest version has, and perhaps others
 * @param checksums checksums that the latest version has, and perhaps others
 * @param modifiedBy who created the latest version; null: anybody
 * @param deletedBy who deleted the file; null: anybody
 * @param prefix what the path begins with; empty: anything
 * @param onlyDirectChildren only files whose path has no further slash after the prefix
 */
public record FileFilter(
        boolean deleted,
        @Nullable UUID author,
        @Nullable String nameContains,
        List<TimeBound> createdAt,
        List<TimeBound> modifiedAt,
        List<TimeBound> deletedAt,
        List<SizeBound> size,
        Map<String, String> tags,
        Checksums checksums,
        @Nullable UUID modifiedBy,
        @Nullable UUID deletedBy,
        String prefix,
        boolean onlyDirectChildren) {

    public FileFilter {
        nameContains = nameContains == null ? null : CaseFolding.fold(nameContains);
        createdAt = List.copyOf(createdAt);
        modifiedAt = List.copyOf(modifiedAt);
        deletedAt = List.copyOf(deletedAt);
        size = List.copyOf(size);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** Returns a filter that all live files meet, or all deleted ones. */
    public static FileFilter all(boolean deleted) {
        return with(deleted, "");
    }

    /** Returns a filter that all live files meet whose path begins so. */
    public static FileFilter under(String prefix) {
        return with(false, prefix);
    }

    private static FileFilter with(boolean deleted, String prefix) {
        return new FileFilter(
                deleted,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Checksums.NONE,
                null,
                null,
                prefix,
                false);
    }

    /** The same, but whatever lies between the prefix and the file's name. */
    public FileFilter atAnyDepth() {
        return onlyDirectChildren(false);
    }

    /** The same, but with no slash after the prefix. */
    public FileFilter atOneLevel() {
        return onlyDirectChildren(true);
    }

    private FileFilter onlyDirectChildren(boolean only) {
        return new FileFilter(
                deleted,
                author,
                nameContains,
                createdAt,
                modifiedAt,
                deletedAt,
                size,
                tags,
                checksums,
                modifiedBy,
                deletedBy,
                prefix,
                only);
    }
}
