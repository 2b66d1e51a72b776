package dev.fileapi.blobs.azure.sas;

import dev.fileapi.files.model.BlobStoreException;
import java.time.Instant;

/** Has a key to sign links with. */
@FunctionalInterface
public interface SigningKeys {

    /**
     * A key that lives at least until a link ends.
     *
     * @throws BlobStoreException when there is none and the service lends none
     */
    SigningKey lastingUntil(Instant linkEnd);
}
