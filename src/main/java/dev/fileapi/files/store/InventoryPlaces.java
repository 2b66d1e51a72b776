package dev.fileapi.files.store;

import dev.fileapi.files.model.BlobStoreException;

/**
 * Keeps where the inventory of blob storage goes on, in blob storage itself.
 *
 * <p>Every method throws {@link BlobStoreException} when the blob service fails or does not answer in time.
 */
public interface InventoryPlaces {

    /** Returns the place that was kept last; the beginning when none was, or it cannot be read. */
    InventoryPlace read();

    void keep(InventoryPlace place);
}
