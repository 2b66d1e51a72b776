package dev.fileapi.files.store;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Signs links to blobs and manages those blobs. Callers send and get bytes by those links; the service itself reads sealed ones, to compute
 * their checksums.
 *
 * <p>Every method throws {@link BlobStoreException} when the blob service fails or does not answer in time.
 */
public interface BlobStore {

    /** A link with which its holder can write this blob until {@code expiresAt}. */
    URI signUpload(BlobName name, Instant expiresAt);

    /**
     * A link with which its holder can read the sealed bytes until {@code expiresAt}, and which makes a browser save them under
     * their file's name or, when that is asked for and safe, show them.
     */
    URI signDownload(BlobName name, BlobInfo blob, Download download, Instant expiresAt);

    /** Whether bytes have been committed to the blob, be they fit for a version or not. Changes nothing. */
    boolean isCommitted(BlobName name);

    /**
     * Makes what was committed to the blob unchangeable and says what it is. Repeating it does no harm, and gives the facts of the first
     * time. An honest late writer is refused from then on, and the snapshot in the facts is out of reach of every upload link.
     *
     * <p>Bytes that are not as many as was told, or not those of which a checksum was told, are refused; small ones are read for that, and
     * are described with the checksums that were computed.
     *
     * @param description is kept beside the blob; its checksums are those that were told
     * @param expectedSize in bytes, as told; null when it was not
     */
    SealOutcome seal(BlobName name, VersionDescription description, @Nullable Long expectedSize);

    /**
     * Reads a part of the sealed bytes, in order, and little of it at a time.
     *
     * @param offset of the first byte, at least 0
     * @param count of bytes, at least 0; there must be as many
     * @param consumer is given all of them, piece by piece; it must not keep the buffers
     */
    void read(BlobName name, BlobInfo blob, long offset, long count, Consumer<ByteBuffer> consumer);

    /**
     * Has the sealed bytes of a version copied to the blob of another, by blob storage itself; does nothing when anything was committed to that,
     * or is being copied there. The copy may end after this returns, and nothing is {@linkplain #isCommitted committed} before.
     *
     * @param sealed what the first version's blob was when it was sealed
     * @return false when those bytes are gone
     */
    boolean copy(BlobName name, BlobInfo sealed, BlobName to);

    /** Keeps with the sealed blob that its version is superseded; does nothing when there is none. Repeating it does no harm. */
    void markSuperseded(BlobName name);

    /**
     * Changes the details that are kept with the sealed blob; does nothing when there are none. Two who change them at the same time do
     * so one after the other.
     *
     * @param change makes the new details of those that are kept, and may be asked again when another writer was faster: what it reads
     *     of a record is then no older than what it replaces. Repeating a call does no harm if repeating the change does none
     */
    void updateDetails(BlobName name, UnaryOperator<VersionDetails> change);

    /** The blocks staged but not committed, in the order they are staged; empty when there are none. */
    List<StagedBlock> stagedBlocks(BlobName name);

    /** Removes the blob with its snapshots, staged blocks and description, whatever its type and even when it is leased; does nothing when there is none. */
    void delete(BlobName name);

    /** The marker of a file; empty when it has none. */
    Optional<FileMarker.Stored> findMarker(Workspace workspace, FileId fileId);

    /**
     * Writes a marker, unless another writer was faster.
     *
     * @param etag of the marker that it replaces; null: there must be none
     * @return false when that is not so
     */
    boolean putMarker(FileMarker marker, @Nullable String etag);

    /** Removes the marker of a file; does nothing when it has none. */
    void removeMarker(Workspace workspace, FileId fileId);

    /** Checks that the blob service answers; for health checks. */
    void ping();
}
