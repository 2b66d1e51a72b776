package dev.fileapi.blobs.azure;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.store.VersionUpkeep;
import jakarta.inject.Singleton;

/** Mends versions' blobs in the storage account. */
@Singleton
final class AzureVersionUpkeep implements VersionUpkeep {

    private final BlobService service;

    AzureVersionUpkeep(BlobService service) {
        this.service = service;
    }

    @Override
    public boolean describe(BlobName name, DescribedVersion version) {
        return RemoteCall.of("describe", () -> service.description(name).create(version));
    }

    @Override
    public void removeSnapshot(BlobName name, String snapshot) {
        RemoteCall.of("remove snapshot", () -> {
            service.version(name).removeSnapshot(snapshot);
            return name;
        });
    }

    @Override
    public void empty(BlobName name, String etag) {
        RemoteCall.of("empty", () -> {
            service.version(name).empty(etag);
            return name;
        });
    }

    @Override
    public void unarchive(BlobName name, String snapshot) {
        RemoteCall.of("unarchive", () -> {
            service.version(name).unarchive(snapshot);
            return name;
        });
    }
}
