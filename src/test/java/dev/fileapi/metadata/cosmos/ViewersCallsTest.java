package dev.fileapi.metadata.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.files.CheckEffort;
import dev.fileapi.files.FileQuery;
import dev.fileapi.files.FindUploads;
import dev.fileapi.files.ListUploads;
import dev.fileapi.files.UploadFilter;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.testing.FileFilterBuilder;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a viewer's calls cost in remote calls, of Cosmos DB and of blob storage as they go over the wire, among many uploads in progress of
 * which half are committed and no event has told. With the settings' defaults, and on the store that needs most calls.
 */
class ViewersCallsTest {

    private static final int MOST = 50;
    private static final int UPLOADS = 60;

    @RegisterExtension
    static final AzuriteExtension AZURITE = new AzuriteExtension();

    private final AtomicInteger blobCalls = new AtomicInteger();
    private final EmulatedStore cosmos = new EmulatedStore();
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());
    private final User user = new User(UUID.randomUUID(), "Ada", "ada@example.com");
    private final FilePath path = FilePath.parse("a/report.csv");
    private final UseCases files = UseCases.withDefaults(
            cosmos.store,
            AZURITE.store(cosmos.clock, HttpClient.newBuilder().proxy(new Counting(blobCalls))),
            cosmos.clock);

    @AfterEach
    void close() {
        cosmos.close();
    }

    @Test
    void aFileWithItsHistory() {
        List<UploadLink> uploads = uploadsOfOneFile();

        assertCheap("GET", () -> files.read().read(workspace, path, FileQuery.of(null, false, false)));
        assertCheap("GET with its versions", () -> files.read().read(workspace, path, FileQuery.of(null, true, false)));
        VersionId oldest = uploads.get(1).versionId();
        assertCheap(
                "GET of a version with all",
                () -> files.read().read(workspace, path, FileQuery.of(oldest, true, false)));
    }

    @Test
    void theUploadsOfAFile() {
        List<UploadLink> uploads = uploadsOfOneFile();

        assertCheap(
                "uploads of a file",
                () -> files.listUploads().page(workspace, uploads.get(0).fileId(), null, 1_000));
        assertCheap(
                "one of them",
                () -> files.uploads()
                        .state(
                                workspace,
                                uploads.get(2).fileId(),
                                uploads.get(2).versionId()));
        assertCheap(
                "one that is committed",
                () -> files.uploads()
                        .state(
                                workspace,
                                uploads.get(1).fileId(),
                                uploads.get(1).versionId()));
    }

    @Test
    void aListOfFiles() {
        uploadsOfManyFiles();

        assertCheap("list", () -> {
            assertThat(files.list().refresh(workspace, CheckEffort.BOUNDED)).isPositive();
            return files.list().page(workspace, FileFilterBuilder.live().build(), List.of(), 0, 5_000);
        });
    }

    @Test
    void theUploadsOfAWorkspace() {
        uploadsOfManyFiles();

        assertCheap("uploads", () -> find(new UploadFilter(null, "", null), false, 1_000));
        assertCheap("uploads with blocks", () -> find(new UploadFilter(null, "", null), true, 1_000));
        assertCheap(
                "uploads below a folder where none is", () -> find(new UploadFilter(null, "none/", null), false, 1));
    }

    @Test
    void pagesLeadThroughAllUploadsAndRecordWhatIsCommitted() {
        List<UploadLink> uploads = uploadsOfOneFile();
        List<VersionId> seen = new ArrayList<>();
        VersionId place = null;
        int unchecked = 0;
        do {
            ListUploads.Page page =
                    files.listUploads().page(workspace, uploads.get(0).fileId(), place, 1_000);
            assertThat(page.limit()).isEqualTo(12);
            page.uploads().forEach(upload -> seen.add(upload.version().id()));
            unchecked += page.unchecked();
            place = page.next();
        } while (place != null);

        assertThat(seen).hasSize(UPLOADS / 2 + unchecked).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private FindUploads.Page find(UploadFilter filter, boolean blocks, int limit) {
        return files.findUploads().find(workspace, filter, blocks, null, limit);
    }

    private List<UploadLink> uploadsOfOneFile() {
        return halfCommitted(
                IntStream.range(0, UPLOADS).mapToObj(i -> issue(path)).toList());
    }

    private List<UploadLink> uploadsOfManyFiles() {
        return halfCommitted(IntStream.range(0, UPLOADS)
                .mapToObj(i -> issue(FilePath.parse("folder/" + i + ".csv")))
                .toList());
    }

    private UploadLink issue(FilePath at) {
        return files.issue().issue(workspace, at, user, null, null, Declaration.NONE);
    }

    /** Those with an odd index. */
    private List<UploadLink> halfCommitted(List<UploadLink> uploads) {
        for (int i = 1; i < UPLOADS; i += 2) {
            new LinkHolder().put(uploads.get(i).link(), "bytes");
        }
        return uploads;
    }

    private void assertCheap(String call, Supplier<Object> work) {
        blobCalls.set(0);
        int storeCalls =
                cosmos.callsOf(() -> assertThat(work.get()).isNotNull()).size();
        System.out.printf("%s: %d of the store, %d of blob storage%n", call, storeCalls, blobCalls.get());
        assertThat(storeCalls + blobCalls.get()).as(call).isBetween(1, MOST);
    }

    /** Is asked for the proxy of each call. */
    private static final class Counting extends ProxySelector {

        private final AtomicInteger calls;

        private Counting(AtomicInteger calls) {
            this.calls = calls;
        }

        @Override
        public List<Proxy> select(URI uri) {
            calls.incrementAndGet();
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
