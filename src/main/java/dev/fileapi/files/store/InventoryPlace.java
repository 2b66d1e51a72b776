package dev.fileapi.files.store;

import org.jspecify.annotations.Nullable;

/**
 * Where the inventory of blob storage goes on.
 *
 * @param continuation null: at the beginning
 * @param failures how often in a row that did not work
 */
public record InventoryPlace(@Nullable String continuation, int failures) {

    public static final InventoryPlace BEGINNING = new InventoryPlace(null, 0);
}
