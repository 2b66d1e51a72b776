package dev.fileapi.blobs.azure;

import com.azure.core.http.rest.PagedResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the container with snapshots and metadata ("List Blobs"), whose order is that of names. */
@Singleton
final class AzureStoredBlobs implements StoredBlobs {

    private final BlobSettings settings;
    private final BlobService service;

    AzureStoredBlobs(BlobSettings settings, BlobService service) {
        this.settings = settings;
        this.service = service;
    }

    /**
     * The service may end a page between two snapshots of a blob: that blob is asked for by its name, and passed over where the next
     * page begins. The continuation is the service's, and the name of that blob.
     */
    @Override
    public Batch<StoredBlob> list(@Nullable String continuation, int limit) {
        return RemoteCall.of("list", () -> {
            Place place = Place.parse(continuation);
            PagedResponse<BlobItem> page = page(new ListBlobsOptions().setMaxResultsPerPage(limit), place.marker());
            Map<String, List<BlobItem>> blobs = new LinkedHashMap<>();
            page.getValue()
                    .forEach(item -> blobs.computeIfAbsent(described(item.getName()), name -> new ArrayList<>())
                            .add(item));
            blobs.remove(place.lastName());
            String marker = page.getContinuationToken();
            String lastName = place.lastName();
            if (marker != null && !blobs.isEmpty()) {
                lastName = new ArrayList<>(blobs.keySet()).get(blobs.size() - 1);
                blobs.put(lastName, itemsOf(lastName));
            }
            List<StoredBlob> stored = blobs.entrySet().stream()
                    .map(each -> new ListedBlob(each.getKey(), each.getValue()).stored())
                    .flatMap(Optional::stream)
                    .toList();
            return new Batch<>(stored, marker == null ? null : new Place(marker, lastName).toString());
        });
    }

    private List<BlobItem> itemsOf(String name) {
        List<BlobItem> items = new ArrayList<>();
        String marker = null;
        do {
            PagedResponse<BlobItem> page = page(new ListBlobsOptions().setPrefix(name), marker);
            List<BlobItem> its = page.getValue().stream()
                    .filter(item -> described(item.getName()).equals(name))
                    .toList();
            items.addAll(its);
            marker = its.size() < page.getValue().size() ? null : page.getContinuationToken();
        } while (marker != null);
        return items;
    }

    /** A version and its description are one. */
    private static String described(String name) {
        return name.endsWith(DescriptionBlob.SUFFIX)
                ? name.substring(0, name.length() - DescriptionBlob.SUFFIX.length())
                : name;
    }

    private PagedResponse<BlobItem> page(ListBlobsOptions options, @Nullable String marker) {
        options.setDetails(new BlobListDetails().setRetrieveSnapshots(true).setRetrieveMetadata(true));
        return service.container()
                .listBlobs(options, marker, settings.timeout())
                .iterableByPage()
                .iterator()
                .next();
    }

    /**
     * Where a page begins.
     *
     * @param marker the service's; null: at the beginning
     * @param lastName a blob that was listed already; empty when there is none
     */
    private record Place(@Nullable String marker, String lastName) {

        static Place parse(@Nullable String continuation) {
            if (continuation == null) {
                return new Place(null, "");
            }
            int space = continuation.indexOf(' ');
            return new Place(continuation.substring(0, space), continuation.substring(space + 1));
        }

        @Override
        public String toString() {
            return marker + " " + lastName;
        }
    }
}
