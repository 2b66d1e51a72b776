package dev.fileapi.blobs.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The blob beside a version's that describes it: no bytes, all in its metadata. Upload links reach the version's blob only, so what it
 * says was written by the service. Its methods throw what the client throws.
 */
final class DescriptionBlob {

    /** A full stop sorts before digits: a description is listed right after its version. */
    static final String SUFFIX = ".description";

    private static final Set<BlobErrorCode> THERE_ALREADY =
            Set.of(BlobErrorCode.CONDITION_NOT_MET, BlobErrorCode.BLOB_ALREADY_EXISTS);

    private final BlockBlobClient blob;
    private final Duration timeout;

    /** @param timeout of each call */
    DescriptionBlob(BlockBlobClient blob, Duration timeout) {
        this.blob = blob;
        this.timeout = timeout;
    }

    static String name(BlobName version) {
        return version + SUFFIX;
    }

    /** Returns the version that a blob of this name describes; empty when it is not such a name. */
    static Optional<BlobName> versionOf(String name) {
        return name.endsWith(SUFFIX)
                ? BlobName.parse(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }

    Optional<DescribedVersion> find() {
        return properties().map(found -> DescriptionMetadata.parse(found.getMetadata()));
    }

    /** Writes the description; false when there is one already, which stays as it is. */
    boolean create(DescribedVersion version) {
        try {
            blob.uploadWithResponse(
                    new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(new byte[0]))
                            .setMetadata(DescriptionMetadata.of(version))
                            .setRequestConditions(new BlobRequestConditions().setIfNoneMatch("*")),
                    timeout,
                    Context.NONE);
            return true;
        } catch (BlobStorageException e) {
            if (THERE_ALREADY.contains(e.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    /** Says that the version is superseded; does nothing when it is not described. */
    void markSuperseded() {
        find().filter(version -> !version.superseded())
                .ifPresent(version -> RemoteCall.ifThere(() -> blob.setMetadataWithResponse(
                        DescriptionMetadata.of(version.asSuperseded()), null, timeout, Context.NONE)));
    }

    void remove() {
        RemoteCall.ifThere(() -> blob.deleteWithResponse(null, null, timeout, Context.NONE));
    }

    private Optional<BlobProperties> properties() {
        return RemoteCall.ifThere(() ->
                blob.getPropertiesWithResponse(null, timeout, Context.NONE).getValue());
    }
}
