package dev.fileapi.events;

import dev.fileapi.files.store.Batch;
import org.jspecify.annotations.Nullable;

/**
 * Blobs in which Event Grid keeps events that it could not deliver, in a container of the same account as the files. Every method
 * throws {@link dev.fileapi.files.model.BlobStoreException} when the blob service fails or does not answer in time.
 */
public interface DeadLetters {

    /** Returns whether the container exists. */
    boolean exists(String container);

    /**
     * Returns the names of some dead letters.
     *
     * @param continuation of the batch before; null for the first
     */
    Batch<String> list(String container, @Nullable String continuation);

    /** Returns a dead letter's text, read as UTF-8. */
    String read(String container, String name);

    /** Removes a dead letter; does nothing when there is none. */
    void remove(String container, String name);
}
