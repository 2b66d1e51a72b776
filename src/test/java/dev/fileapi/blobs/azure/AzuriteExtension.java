package dev.fileapi.blobs.azure;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.InventoryPlaces;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.store.VersionUpkeep;
import dev.fileapi.local.Azurite;
import dev.fileapi.local.AzuriteOptions;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Mono;

/**
 * Gives a test class a container of its own in an Azurite that all tests share; register it in a static field. The container is
 * created by its first use.
 */
public final class AzuriteExtension implements BeforeAllCallback {

    /** As it is by default. */
    public static final ChecksumSettings CHECKSUMS = new ChecksumSettings(8 << 20, 64 << 20, true, "");

    private final String container = "test-" + UUID.randomUUID();
    private @Nullable Azurite azurite;

    public AzuriteExtension() {}

    private AzuriteExtension(Azurite azurite) {
        this.azurite = azurite;
    }

    /** A container in an Azurite that the test has started itself: for tests that JUnit Jupiter does not run. */
    public static AzuriteExtension in(Azurite azurite) {
        return new AzuriteExtension(azurite);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        azurite = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(AzuriteExtension.class))
                .getOrComputeIfAbsent("azurite", key -> start(AzuriteOptions.defaults()), Azurite.class);
    }

    /** Settings with which an application context uses this container. */
    public Map<String, Object> properties() {
        return Map.of(
                "fileapi.blobs.connection-string",
                azurite().connectionString(),
                "fileapi.blobs.container",
                container,
                "fileapi.blobs.create-container",
                true);
    }

    public BlobStore store(Clock clock) {
        return store(settings(), clock);
    }

    public static BlobStore store(BlobSettings settings, Clock clock) {
        return new AzureBlobStore(settings, new BlobService(settings), CHECKSUMS, clock);
    }

    /** With other settings of checksums. */
    public BlobStore store(Clock clock, ChecksumSettings checksums) {
        return new AzureBlobStore(settings(), new BlobService(settings()), checksums, clock);
    }

    /** With other settings of checksums, over an HTTP client of the test's. */
    public BlobStore store(Clock clock, ChecksumSettings checksums, HttpClient.Builder http) {
        return new AzureBlobStore(
                settings(), new BlobService(settings(), () -> request -> Mono.empty(), http), checksums, clock);
    }

    /** Over an HTTP client of the test's. */
    public BlobStore store(Clock clock, HttpClient.Builder http) {
        return store(clock, CHECKSUMS, http);
    }

    public StoredBlobs storedBlobs() {
        return new AzureStoredBlobs(settings(), new BlobService(settings()));
    }

    public VersionUpkeep versionUpkeep() {
        return new AzureVersionUpkeep(new BlobService(settings()));
    }

    public InventoryPlaces inventoryPlaces() {
        return new AzureInventoryPlaces(settings(), new BlobService(settings()));
    }

    public StorageOperator operator() {
        return new StorageOperator(new BlobService(settings()).container());
    }

    /** The names of all blobs in the container, those with staged blocks only included. */
    public List<String> blobNames() {
        return blobs(new BlobListDetails().setRetrieveUncommittedBlobs(true))
                .map(BlobItem::getName)
                .distinct()
                .toList();
    }

    /** The ETag of what was committed to a blob, quotes included; empty when nothing was. */
    public Optional<String> etag(BlobName name) {
        BlobClient blob = new BlobService(settings()).container().getBlobClient(name.toString());
        return new VersionBlob(blob, settings().timeout())
                .committed(0)
                .map(committed -> committed.facts("").etag());
    }

    /** The blob's snapshots, oldest first. Azurite names them by the millisecond, and lists two of one millisecond under one name. */
    public List<String> snapshots(BlobName name) {
        return blobs(new BlobListDetails().setRetrieveSnapshots(true))
                .filter(blob -> blob.getName().equals(name.toString()) && blob.getSnapshot() != null)
                .map(BlobItem::getSnapshot)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<BlobItem> blobs(BlobListDetails details) {
        return new BlobService(settings())
                .container().listBlobs(new ListBlobsOptions().setDetails(details), null).stream();
    }

    public Azurite azurite() {
        return Objects.requireNonNull(azurite, "Register this extension in a static field.");
    }

    public String container() {
        return container;
    }

    BlobSettings settings() {
        return new BlobSettings(
                azurite().connectionString(),
                null,
                null,
                container,
                null,
                "create-write",
                true,
                Duration.ofSeconds(10));
    }

    public static Azurite start(AzuriteOptions options) {
        try {
            return Azurite.start(options);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
