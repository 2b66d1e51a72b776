package dev.fileapi.files.store;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.DescribedVersion;

/**
 * Mends what is stored of final versions. Repeating a call does no harm.
 *
 * <p>Every method throws {@link BlobStoreException} when the blob service fails or does not answer in time.
 */
public interface VersionUpkeep {

    /** Writes the description of a version; false when there is one already, which stays as it is. */
    boolean describe(BlobName name, DescribedVersion version);

    /** Removes one snapshot of the version's blob; does nothing when there is none. */
    void removeSnapshot(BlobName name, String snapshot);

    /**
     * Replaces the version's blob by an empty one, even when it is leased; its snapshots stay. Does nothing when the blob has changed.
     *
     * @param etag of the blob that is to go, quotes included
     */
    void empty(BlobName name, String etag);

    /** Brings a snapshot back from the archive tier, which takes hours. */
    void unarchive(BlobName name, String snapshot);
}
