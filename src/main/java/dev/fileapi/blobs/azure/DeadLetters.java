package dev.fileapi.blobs.azure;

import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.ListBlobsOptions;
import dev.fileapi.files.store.Batch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Blobs in which Event Grid keeps events that it could not deliver, in a container of the same account as the files. Every method
 * throws {@link dev.fileapi.files.model.BlobStoreException} when the blob service fails or does not answer in time.
 */
@Singleton
public final class DeadLetters {

    private final BlobSettings settings;
    private final BlobService service;

    @Inject
    DeadLetters(BlobSettings settings) {
        this.settings = settings;
        this.service = new BlobService(settings);
    }

    /** Whether there is such a container. */
    public boolean isThere(String container) {
        return RemoteCall.of(
                "find dead letters",
                () -> service.container(container)
                        .existsWithResponse(settings.timeout(), Context.NONE)
                        .getValue());
    }

    /** Names of dead letters, some at a time. */
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

    /** What a dead letter says, in UTF-8. */
    public String read(String container, String name) {
        return RemoteCall.of(
                "read dead letter",
                () -> blob(container, name)
                        .downloadContentWithResponse(null, null, settings.timeout(), Context.NONE)
                        .getValue()
                        .toString());
    }

    /** Removes a dead letter; does nothing when it is gone. */
    public void remove(String container, String name) {
        RemoteCall.of(
                "remove dead letter",
                () -> blob(container, name).deleteIfExistsWithResponse(null, null, settings.timeout(), Context.NONE));
    }

    private BlobClient blob(String container, String name) {
        return service.container(container).getBlobClient(name);
    }
}
