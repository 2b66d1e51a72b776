package dev.fileapi.files.testing;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.User;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.SizeBound;
import dev.fileapi.files.store.TimeBound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds filters of which a test says only what matters to it. Begins with all live files, or all deleted ones. */
public final class FileFilterBuilder {

    private final boolean deleted;
    private @Nullable UUID author;
    private @Nullable String nameContains;
    private final List<TimeBound> createdAt = new ArrayList<>();
    private final List<TimeBound> modifiedAt = new ArrayList<>();
    private final List<TimeBound> deletedAt = new ArrayList<>();
    private final List<SizeBound> size = new ArrayList<>();
    private final Map<String, String> tags = new HashMap<>();
    private Checksums checksums = Checksums.NONE;
    private @Nullable UUID modifiedBy;
    private @Nullable UUID deletedBy;
    private String prefix = "";
    private boolean onlyDirectChildren;

    private FileFilterBuilder(boolean deleted) {
        this.deleted = deleted;
    }

    public static FileFilterBuilder live() {
        return new FileFilterBuilder(false);
    }

    public static FileFilterBuilder deleted() {
        return new FileFilterBuilder(true);
    }

    public FileFilterBuilder author(User user) {
        this.author = user.id();
        return this;
    }

    public FileFilterBuilder nameContains(String part) {
        this.nameContains = part;
        return this;
    }

    public FileFilterBuilder createdAt(TimeBound bound) {
        createdAt.add(bound);
        return this;
    }

    public FileFilterBuilder modifiedAt(TimeBound bound) {
        modifiedAt.add(bound);
        return this;
    }

    public FileFilterBuilder deletedAt(TimeBound bound) {
        deletedAt.add(bound);
        return this;
    }

    public FileFilterBuilder size(SizeBound bound) {
        size.add(bound);
        return this;
    }

    public FileFilterBuilder tag(String key, String value) {
        tags.put(key, value);
        return this;
    }

    public FileFilterBuilder checksum(ChecksumAlgorithm algorithm, String value) {
        this.checksums = checksums.with(algorithm, value);
        return this;
    }

    public FileFilterBuilder modifiedBy(User user) {
        this.modifiedBy = user.id();
        return this;
    }

    public FileFilterBuilder deletedBy(User user) {
        this.deletedBy = user.id();
        return this;
    }

    public FileFilterBuilder prefix(String beginning) {
        this.prefix = beginning;
        return this;
    }

    public FileFilterBuilder onlyDirectChildren() {
        this.onlyDirectChildren = true;
        return this;
    }

    public FileFilter build() {
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
                onlyDirectChildren);
    }
}
