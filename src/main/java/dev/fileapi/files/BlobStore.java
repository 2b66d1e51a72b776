package dev.fileapi.files;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signs links to blobs and looks after the blobs behind them. Bytes never pass through here.
 *
 * <p>Every method throws {@link BlobStoreException} when the blob service fails or does not answer in time.
 */
public interface BlobStore {

    /** A link with which its holder can write this blob until {@code expiresAt}. */
    URI signUpload(BlobName name, Instant expiresAt);

    /**
     * A link with which its holder can read the sealed bytes until {@code expiresAt}, and which makes a browser save them under
     * {@code fileName}.
     */
    URI signDownload(BlobName name, BlobFacts blob, String fileName, Instant expiresAt);

    /** Whether bytes have been committed to the blob. Changes nothing. */
    boolean isCommitted(BlobName name);

    /**
     * Makes what was committed to the blob unchangeable and says what it is; empty when nothing was committed. Repeating it does
     * no harm. An honest late writer is refused from then on, and the snapshot in the facts is out of reach of every upload link.
     */
    Optional<BlobFacts> seal(BlobName name);

    /** The blocks staged but not committed, in the order they are staged; empty when there are none. */
    List<StagedBlock> stagedBlocks(BlobName name);

    /** Removes the blob with its snapshots and staged blocks, whoever leases it; does nothing when there is none. */
    void delete(BlobName name);

    /** Asks the blob service for a trifle, for the health check. */
    void ping();
}
