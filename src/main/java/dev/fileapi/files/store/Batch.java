package dev.fileapi.files.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of many records.
 *
 * @param continuation asks for those that follow; null when there are none
 */
public record Batch<T>(List<T> items, @Nullable String continuation) {

    public Batch {
        items = List.copyOf(items);
    }

    /**
     * The first of what was found, and whether any follow.
     *
     * @param found with one more than {@code limit}, if there are as many
     * @param continuation of the item that a batch ends with
     */
    public static <T> Batch<T> of(List<T> found, int limit, Function<T, String> continuation) {
        return found.size() <= limit
                ? new Batch<>(found, null)
                : new Batch<>(found.subList(0, limit), continuation.apply(found.get(limit - 1)));
    }
}
