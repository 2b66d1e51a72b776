package dev.fileapi.blobs.azure;

import com.azure.core.http.rest.PagedResponse;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import dev.fileapi.concurrent.WorkerThreads;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.StoredBlob;
import dev.fileapi.files.store.StoredBlobs;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists the container with snapshots and metadata ("List Blobs"), whose order is that of names. Descriptions that do not fit in their
 * metadata are read one by one, many at a time.
 */
@Singleton
final class AzureStoredBlobs implements StoredBlobs {

    private static final int THREADS = 16;

    private final BlobSettings settings;
    private final BlobService service;
    private final WorkerThreads threads;

    AzureStoredBlobs(BlobSettings settings, BlobService service) {
        this.settings = settings;
        this.service = service;
        this.threads = new WorkerThreads("descriptions", THREADS);
    }

    /**
     * The service may end a page between two snapshots of a blob, or between a version and its description: what the page ends with is
     * asked for by its name, and passed over where the next page begins. The continuation is the service's, and that name.
     */
    @Override
    public Batch<StoredBlob> list(@Nullable String continuation, int limit) {
        return RemoteCall.of("list", () -> {
            Place place = Place.parse(continuation);
            PagedResponse<BlobItem> page = page(new ListBlobsOptions().setMaxResultsPerPage(limit), place.marker());
            Map<String, ListedBlob> blobs = new LinkedHashMap<>();
            page.getValue()
                    .forEach(item -> blobs.computeIfAbsent(ListedBlob.nameOf(item), this::listed)
                            .add(item));
            blobs.remove(place.lastName());
            String marker = page.getContinuationToken();
            String lastName = place.lastName();
            if (marker != null && !blobs.isEmpty()) {
                lastName = new ArrayList<>(blobs.keySet()).get(blobs.size() - 1);
                blobs.put(lastName, named(lastName));
            }
            List<StoredBlob> stored =
                    stored(blobs.values()).stream().flatMap(Optional::stream).toList();
            return new Batch<>(stored, marker == null ? null : new Place(marker, lastName).toString());
        });
    }

    @Override
    public Optional<StoredBlob.Version> find(BlobName name) {
        return RemoteCall.of(
                "find stored", () -> named(name.toString()).stored().map(StoredBlob.Version.class::cast));
    }

    private ListedBlob named(String name) {
        ListedBlob blob = listed(name);
        String marker = null;
        do {
            PagedResponse<BlobItem> page = page(new ListBlobsOptions().setPrefix(name), marker);
            page.getValue().stream()
                    .filter(item -> ListedBlob.nameOf(item).equals(name))
                    .forEach(blob::add);
            marker =
                    page.getValue().stream().anyMatch(item -> follows(item, name)) ? null : page.getContinuationToken();
        } while (marker != null);
        return blob;
    }

    private ListedBlob listed(String name) {
        return new ListedBlob(name, this::written);
    }

    private List<Optional<StoredBlob>> stored(Collection<ListedBlob> blobs) {
        return threads.each(List.copyOf(blobs), ListedBlob::stored);
    }

    private Optional<WrittenDescription> written(BlobName version) {
        return service.description(version).findWritten();
    }

    @PreDestroy
    void close() {
        threads.close();
    }

    private static boolean follows(BlobItem item, String name) {
        return item.getName().compareTo(name + DescriptionBlob.SUFFIX) > 0;
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
