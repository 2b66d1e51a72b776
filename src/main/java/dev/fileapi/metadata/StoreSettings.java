package dev.fileapi.metadata;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which metadata store is used.
 *
 * @param store {@code jdbc} or {@code cosmos}
 */
@ConfigurationProperties("fileapi")
record StoreSettings(@Nullable String store) {

    private static final List<String> STORES = List.of("jdbc", "cosmos");

    StoreSettings {
        if (store == null || !STORES.contains(store)) {
            throw new InvalidSettingException("FILEAPI_STORE", "must be one of " + String.join(", ", STORES));
        }
    }
}
