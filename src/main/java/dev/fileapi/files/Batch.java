package dev.fileapi.files;

import java.util.List;
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
}
