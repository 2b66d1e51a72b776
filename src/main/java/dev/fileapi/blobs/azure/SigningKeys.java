package dev.fileapi.blobs.azure;

import dev.fileapi.files.BlobStoreException;
import java.time.Instant;

/** Has a key to sign links with. */
@FunctionalInterface
interface SigningKeys {

    /**
     * A key that lives at least until a link ends.
     *
     * @throws BlobStoreException when there is none and the service lends none
     */
    SigningKey lastingUntil(Instant linkEnd);
}
