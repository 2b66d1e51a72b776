package dev.fileapi.blobs.azure;

import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.ListBlobsOptions;
import dev.fileapi.events.DeadLetters;
import dev.fileapi.files.store.Batch;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads and removes the dead letters of a storage account. */
@Singleton
final class AzureDeadLetters implements DeadLetters {

    private final BlobSettings settings;
    private final BlobService service;

    AzureDeadLetters(BlobSettings settings, BlobService service) {
        this.settings = settings;
        this.service = service;
    }

    @Override
    public boolean exists(String container) {
        return RemoteCall.of(
                "find dead letters",
                () -> service.container(container)
                        .existsWithResponse(settings.timeout(), Context.NONE)
                        .getValue());
    }

    @Override
    public Batch<String> list(String container, @Nullable String continuation) {
        return RemoteCall.of("list dead letters", () -> {
            PagedResponse<BlobItem> page = service.container(container)
                    .listBlobs(new ListBlobsOptions(), continuation, settings.timeout())
                    .iterableByPage()
                    .iterator()
                    .next();
            return new Batch<>(page.getValue().stream().map(BlobItem::getName).toList(), page.getContinuationToken());
        });
    }

    @Override
    public String read(String container, String name) {
        return RemoteCall.of(
                "read dead letter",
                () -> blob(container, name)
                        .downloadContentWithResponse(null, null, settings.timeout(), Context.NONE)
                        .getValue()
                        .toString());
    }

    @Override
    public void remove(String container, String name) {
        RemoteCall.of(
                "remove dead letter",
                () -> blob(container, name).deleteIfExistsWithResponse(null, null, settings.timeout(), Context.NONE));
    }

    private BlobClient blob(String container, String name) {
        return service.container(container).getBlobClient(name);
    }
}
