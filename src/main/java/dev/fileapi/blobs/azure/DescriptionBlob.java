package dev.fileapi.blobs.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.BlobStoreException;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.VersionDetails;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The blob beside a version's that describes it, as a {@link WrittenDescription}. Upload links reach the version's blob only, so what it
 * says was written by the service. Its methods throw what the client throws.
 */
final class DescriptionBlob {

    /** A full stop sorts before digits: a description is listed right after its version. */
    static final String SUFFIX = ".description";

    private static final Set<BlobErrorCode> OUTDATED =
            Set.of(BlobErrorCode.CONDITION_NOT_MET, BlobErrorCode.BLOB_ALREADY_EXISTS, BlobErrorCode.BLOB_NOT_FOUND);

    /** Each attempt that is lost was won by another writer, and a version has few. */
    private static final int ATTEMPTS = 50;

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
        return read().map(Found::version);
    }

    /** Returns the description as it is written, its content included; empty when there is none. */
    Optional<WrittenDescription> findWritten() {
        return download().map(DescriptionBlob::written);
    }

    /** Writes the description; false when there is one already, which stays as it is. */
    boolean create(DescribedVersion version) {
        return unlessOutdated(
                () -> upload(WrittenDescription.of(version), new BlobRequestConditions().setIfNoneMatch("*")));
    }

    /** Says that the version is superseded; does nothing when it is not described. */
    void markSuperseded() {
        change(DescribedVersion::asSuperseded);
    }

    /** Changes what is said of details; does nothing when the version is not described. */
    void updateDetails(UnaryOperator<VersionDetails> change) {
        change(version -> version.withDetails(change.apply(version.description().details())));
    }

    void remove() {
        RemoteCall.ifThere(() -> blob.deleteWithResponse(null, null, timeout, Context.NONE));
    }

    /** @throws BlobStoreException when other writers are faster each time */
    private void change(UnaryOperator<DescribedVersion> change) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Found found = read().orElse(null);
            if (found == null) {
                return;
            }
            DescribedVersion changed = change.apply(found.version());
            if (changed.equals(found.version()) || replace(found, changed)) {
                return;
            }
        }
        throw new BlobStoreException("The description kept changing under a conditional write.", null);
    }

    /** Metadata alone are set where the content stays as it is: that sends no event of a new blob. */
    private boolean replace(Found found, DescribedVersion version) {
        WrittenDescription written = WrittenDescription.of(version);
        BlobRequestConditions unchanged = new BlobRequestConditions().setIfMatch(found.etag());
        return unlessOutdated(() -> {
            if (written.content().equals(found.written().content())) {
                blob.setMetadataWithResponse(written.metadata(), unchanged, timeout, Context.NONE);
            } else {
                upload(written, unchanged);
            }
        });
    }

    private void upload(WrittenDescription written, BlobRequestConditions conditions) {
        blob.uploadWithResponse(
                new BlockBlobSimpleUploadOptions(BinaryData.fromString(written.content()))
                        .setMetadata(written.metadata())
                        .setRequestConditions(conditions),
                timeout,
                Context.NONE);
    }

    private static boolean unlessOutdated(Runnable write) {
        try {
            write.run();
            return true;
        } catch (BlobStorageException e) {
            if (OUTDATED.contains(e.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Found> read() {
        Optional<BlobProperties> properties = RemoteCall.ifThere(() ->
                blob.getPropertiesWithResponse(null, timeout, Context.NONE).getValue());
        return properties.isPresent()
                        && WrittenDescription.needsContent(properties.get().getMetadata())
                ? download()
                        .map(found -> Found.of(
                                written(found), found.getDeserializedHeaders().getETag()))
                : properties.map(found -> Found.of(new WrittenDescription(found.getMetadata(), ""), found.getETag()));
    }

    /** One answer has both metadata and content, so that they belong together. */
    private Optional<BlobDownloadContentResponse> download() {
        return RemoteCall.ifThere(() -> blob.downloadContentWithResponse(null, null, timeout, Context.NONE));
    }

    private static WrittenDescription written(BlobDownloadContentResponse found) {
        return new WrittenDescription(
                found.getDeserializedHeaders().getMetadata(), found.getValue().toString());
    }

    private record Found(WrittenDescription written, DescribedVersion version, String etag) {

        static Found of(WrittenDescription written, String etag) {
            return new Found(written, written.parse(), etag);
        }
    }
}
