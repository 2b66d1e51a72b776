package dev.fileapi.files.recovery;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How fast the inventory of blob storage goes on.
 *
 * @param blobs how many blobs and snapshots it looks at with each sweep; 0: none
 */
@ConfigurationProperties("fileapi.files.inventory")
public record InventorySettings(
        @Bindable(defaultValue = "1000") int blobs) {

    /** As many as one page of a listing has at most. */
    private static final int MOST_BLOBS = 5_000;

    public InventorySettings {
        if (blobs < 0 || blobs > MOST_BLOBS) {
            throw new InvalidSettingException("FILEAPI_FILES_INVENTORY_BLOBS", "must be from 0 to " + MOST_BLOBS);
        }
    }
}
