package dev.fileapi.files;

import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.local.H2;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * As {@link FilesTest}, with a container and a metadata store of its own for every test, and a second, empty store. A sweep of a shared
 * store would put the marks of other tests' files into the container.
 */
abstract class StorageTest extends FilesTest {

    final User grace = new User(UUID.randomUUID(), null, null);
    private ApplicationContext ownContext;
    StoredBlobs listing;
    MetadataStore empty;
    private ApplicationContext emptyContext;

    @BeforeEach
    void putApart() {
        AzuriteExtension container = AzuriteExtension.in(AZURITE.azurite());
        ownContext = open();
        store = ownContext.getBean(MetadataStore.class);
        listing = container.storedBlobs();
        blobs = container.store(clock);
        files = UseCases.over(store, blobs, clock);
        emptyContext = open();
        empty = emptyContext.getBean(MetadataStore.class);
    }

    @AfterEach
    void closeStores() {
        emptyContext.close();
        ownContext.close();
    }

    void emptyStore() {
        emptyContext.close();
        emptyContext = open();
        empty = emptyContext.getBean(MetadataStore.class);
    }

    /** An empty metadata store. */
    ApplicationContext open() {
        return ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", H2.inMemory()));
    }

    RecordsFromStorage from(MetadataStore into, int pageSize) {
        return RecordsFromStorage.of(into, blobs, listing, clock, pageSize);
    }

    List<Object> before() {
        return RecordsFromStorage.recorded(store, workspace);
    }

    List<Object> rebuilt() {
        return RecordsFromStorage.recorded(empty, workspace);
    }

    /** Files in every state that a file can be in, with all that can become of a version. */
    void aWorkspaceWithEverything() {
        uploadAndCommit("first");
        UploadLink late = files.issue().byPath(workspace, report, grace, null, null);
        UploadLink beaten = files.issue()
                .byPath(
                        workspace,
                        report,
                        ada,
                        UploadCondition.latestIs(read().version().blob().etag()),
                        null);
        uploadAndCommit("third");
        upload(late, "second");
        files.commit().commit(blobName(late));
        upload(beaten, "beaten");
        files.commit().commit(blobName(beaten));
        issue();

        UploadLink deleted = committedAt("deleted.txt");
        files.delete().byId(workspace, deleted.fileId(), grace);
        UploadLink restored = committedAt("restored.txt");
        files.delete().byId(workspace, restored.fileId(), ada);
        committedAt("restored.txt");
        files.restore().restore(workspace, restored.fileId(), ada);
        committedAt("größe/€ \uD83D\uDE00.txt");
        sweepAfter(Duration.ofMinutes(6));
    }

    UploadLink committedAt(String path) {
        UploadLink upload = files.issue().byPath(workspace, FilePath.parse(path), grace, null, null);
        upload(upload, path);
        files.commit().commit(blobName(upload));
        return upload;
    }
}
