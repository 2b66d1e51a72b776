package dev.fileapi.metadata;

import dev.fileapi.files.model.CaseFolding;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.store.FileOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a file has for one criterion of an order: a number or a name.
 *
 * @param number a time in microseconds since 1970, or a size in bytes; 0 for a name
 * @param name folded as {@link CaseFolding} does; empty for a number
 */
public record OrderValue(long number, String name) implements Comparable<OrderValue> {

    /** What stands for a folder, which has no such value. */
    static final OrderValue NONE = number(0);

    public static OrderValue number(long number) {
        return new OrderValue(number, "");
    }

    public static OrderValue name(String name) {
        return new OrderValue(0, name);
    }

    /** Returns the value of a file that is listed. */
    static OrderValue of(FileRecord file, FileOrder.Field field) {
        return switch (field) {
            case CREATED_AT -> number(StoredTimes.microseconds(file.createdAt()));
            case MODIFIED_AT -> number(StoredTimes.microseconds(latest(file).createdAt()));
            case DELETED_AT -> {
                Deletion deletion = Objects.requireNonNull(file.deletion(), "only deleted files are ordered by it");
                yield number(StoredTimes.microseconds(deletion.at()));
            }
            case NAME -> name(CaseFolding.fold(file.path().name()));
            case SIZE -> number(latest(file).blob().size());
        };
    }

    private static CommittedVersion latest(FileRecord file) {
        return Objects.requireNonNull(file.latest(), "a listed file has a version");
    }

    /** Names compare by code point. */
    @Override
    public int compareTo(OrderValue other) {
        int byNumber = Long.compare(number, other.number);
        return byNumber != 0 ? byNumber : Arrays.compareUnsigned(bytes(name), bytes(other.name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
