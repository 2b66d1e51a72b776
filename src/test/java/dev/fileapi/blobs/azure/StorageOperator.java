package dev.fileapi.blobs.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionDescription;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the owner of the storage account can do, and what earlier releases of the service did. */
public final class StorageOperator {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final BlobContainerClient container;

    StorageOperator(BlobContainerClient container) {
        this.container = container;
    }

    /** What earlier releases wrote into the metadata of a snapshot; a holder of the upload link can send the same. */
    public static Map<String, String> claim(VersionDescription version, String etag) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(SnapshotMetadata.PATH, MetadataText.of(version.path().value()));
        metadata.put(SnapshotMetadata.FILE_CREATED_AT, version.fileCreatedAt().toString());
        metadata.put(SnapshotMetadata.FILE_CREATED_BY, MetadataText.of(version.fileCreatedBy()));
        metadata.put(SnapshotMetadata.CREATED_AT, version.createdAt().toString());
        metadata.put(SnapshotMetadata.CREATED_BY, MetadataText.of(version.createdBy()));
        metadata.put(SnapshotMetadata.LINK_EXPIRES_AT, version.linkExpiresAt().toString());
        metadata.put(SnapshotMetadata.SEALED_AT, version.sealedAt().toString());
        metadata.put(SnapshotMetadata.ETAG, MetadataText.of(etag));
        UploadCondition condition = version.condition();
        if (condition != null) {
            metadata.put(SnapshotMetadata.EXPECTED_ETAG, MetadataText.of(condition.expectedEtag()));
        }
        return metadata;
    }

    /** The same as headers, names and values in turn. */
    public static String[] claimHeaders(VersionDescription version, String etag) {
        return claim(version, etag).entrySet().stream()
                .flatMap(each -> Stream.of("x-ms-meta-" + each.getKey(), each.getValue()))
                .toArray(String[]::new);
    }

    /** Leaves a sealed version as earlier releases did: without a description, its only snapshot being one that claims. */
    public BlobInfo sealAsEarlierReleases(
            BlobName name, VersionDescription version, BlobInfo facts, boolean superseded) {
        BlockBlobClient blob = client(name.toString());
        remove(DescriptionBlob.name(name));
        String snapshot = blob.createSnapshotWithResponse(claim(version, facts.etag()), null, TIMEOUT, Context.NONE)
                .getValue()
                .getSnapshotId();
        removeSnapshot(name, facts.snapshot());
        if (superseded) {
            blob.createSnapshotWithResponse(SnapshotMetadata.SUPERSEDED, null, TIMEOUT, Context.NONE);
        }
        return new BlobInfo(facts.size(), facts.etag(), snapshot, facts.contentMd5(), facts.contentType());
    }

    public void removeDescription(BlobName name) {
        remove(DescriptionBlob.name(name));
    }

    public void spoilDescription(BlobName name) {
        client(DescriptionBlob.name(name)).setMetadata(Map.of("fileapi_path", "?"));
    }

    /** Leaves the metadata as they are. */
    void spoilDescriptionsContent(BlobName name) {
        BlockBlobClient blob = client(DescriptionBlob.name(name));
        Map<String, String> metadata = blob.getProperties().getMetadata();
        blob.uploadWithResponse(
                new BlockBlobSimpleUploadOptions(BinaryData.fromString("{\"tags\":")).setMetadata(metadata),
                TIMEOUT,
                Context.NONE);
    }

    void archiveDescription(BlobName name) {
        client(DescriptionBlob.name(name)).setAccessTier(AccessTier.ARCHIVE);
    }

    public void removeSnapshot(BlobName name, String snapshot) {
        client(name.toString()).getSnapshotClient(snapshot).delete();
    }

    public void put(String name, String text) {
        container.getBlobClient(name).upload(BinaryData.fromString(text));
    }

    public void removeWithSnapshots(BlobName name) {
        new VersionBlob(container.getBlobClient(name.toString()), TIMEOUT).remove();
    }

    /** Removes a blob and leaves nothing else of its name. */
    public void remove(String name) {
        client(name).delete();
    }

    private BlockBlobClient client(String name) {
        return container.getBlobClient(name).getBlockBlobClient();
    }
}
