package dev.fileapi.blobs.azure;

import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.store.VersionUpkeep;
import jakarta.inject.Singleton;

/** Mends versions' blobs in the storage account. */
@Singleton
final class AzureVersionUpkeep implements VersionUpkeep {

    private final BlobSettings settings;
    private final BlobService service;

    AzureVersionUpkeep(BlobSettings settings, BlobService service) {
        this.settings = settings;
        this.service = service;
    }

    @Override
    public boolean describe(BlobName name, DescribedVersion version) {
        return RemoteCall.of(
                "describe",
                () -> new DescriptionBlob(client(DescriptionBlob.name(name)), settings.timeout()).create(version));
    }

    @Override
    public void removeSnapshot(BlobName name, String snapshot) {
        RemoteCall.of("remove snapshot", () -> {
            version(name).removeSnapshot(snapshot);
            return name;
        });
    }

    @Override
    public void empty(BlobName name, String etag) {
        RemoteCall.of("empty", () -> {
            version(name).empty(etag);
            return name;
        });
    }

    @Override
    public void unarchive(BlobName name, String snapshot) {
        RemoteCall.of("unarchive", () -> {
            version(name).unarchive(snapshot);
            return name;
        });
    }

    private VersionBlob version(BlobName name) {
        return new VersionBlob(service.container().getBlobClient(name.toString()), settings.timeout());
    }

    private BlockBlobClient client(String name) {
        return service.container().getBlobClient(name).getBlockBlobClient();
    }
}
