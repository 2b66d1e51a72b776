package dev.fileapi.blobs.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import dev.fileapi.files.store.InventoryPlace;
import dev.fileapi.files.store.InventoryPlaces;
import jakarta.inject.Singleton;

/** Keeps the place of the inventory as the text of a blob: its failures, a line break, its continuation. No upload link reaches it. */
@Singleton
final class AzureInventoryPlaces implements InventoryPlaces {

    static final String BLOB_NAME = "inventory";

    private final BlobSettings settings;
    private final BlobService service;

    AzureInventoryPlaces(BlobSettings settings, BlobService service) {
        this.settings = settings;
        this.service = service;
    }

    @Override
    public InventoryPlace read() {
        return RemoteCall.of(
                "read inventory",
                () -> RemoteCall.ifThere(
                                () -> blob().downloadContentWithResponse(null, null, settings.timeout(), Context.NONE)
                                        .getValue()
                                        .toString())
                        .map(AzureInventoryPlaces::parse)
                        .orElse(InventoryPlace.BEGINNING));
    }

    @Override
    public void keep(InventoryPlace place) {
        String continuation = place.continuation();
        String text = place.failures() + "\n" + (continuation == null ? "" : continuation);
        RemoteCall.of(
                "keep inventory",
                () -> blob().uploadWithResponse(
                                new BlobParallelUploadOptions(BinaryData.fromString(text)),
                                settings.timeout(),
                                Context.NONE));
    }

    private static InventoryPlace parse(String text) {
        int lineBreak = text.indexOf('\n');
        try {
            int failures = Integer.parseInt(text.substring(0, Math.max(lineBreak, 0)));
            String continuation = text.substring(lineBreak + 1);
            return new InventoryPlace(continuation.isEmpty() ? null : continuation, failures);
        } catch (NumberFormatException notOurs) {
            return InventoryPlace.BEGINNING;
        }
    }

    private BlobClient blob() {
        return service.container().getBlobClient(BLOB_NAME);
    }
}
