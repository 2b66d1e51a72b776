package dev.fileapi.files.store;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists what is in blob storage, for rebuilding the records and for comparing them.
 *
 * <p>Every method throws {@link BlobStoreException} when the blob service fails or does not answer in time.
 */
public interface StoredBlobs {

    /**
     * Some of all that is stored, in the order of names: file by file, of each its versions, oldest first, then its marker.
     *
     * @param continuation what the batch before gave as {@link Batch#continuation()}; null for the first
     * @param limit approximate number of results, at least 1
     */
    Batch<StoredBlob> list(@Nullable String continuation, int limit);

    /** Returns what is stored of one version now; empty when nothing is. */
    Optional<StoredBlob.Version> find(BlobName name);
}
