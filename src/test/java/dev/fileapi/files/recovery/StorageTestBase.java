package dev.fileapi.files.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.blobs.azure.AzuriteExtension;
import dev.fileapi.blobs.azure.StorageOperator;
import dev.fileapi.files.UploadLink;
import dev.fileapi.files.UseCaseTestBase;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.InventoryPlaces;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.store.StoredBlobs;
import dev.fileapi.files.store.VersionUpkeep;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.files.testing.VersionRecordBuilder;
import dev.fileapi.local.H2;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * As {@link UseCaseTestBase}, with a container and a metadata store of its own for every test, and a second, empty store. A sweep of a shared
 * store would put the markers of other tests' files into the container.
 */
public abstract class StorageTestBase extends UseCaseTestBase {

    protected final User grace = new User(UUID.randomUUID(), null, null);
    private ApplicationContext ownContext;
    protected StoredBlobs listing;
    protected VersionUpkeep upkeep;
    protected InventoryPlaces places;
    protected StorageOperator operator;
    protected AzuriteExtension container;
    protected MetadataStore empty;
    private ApplicationContext emptyContext;

    @BeforeEach
    protected void putApart() {
        container = AzuriteExtension.in(AZURITE.azurite());
        ownContext = open();
        store = ownContext.getBean(MetadataStore.class);
        listing = container.storedBlobs();
        upkeep = container.versionUpkeep();
        places = container.inventoryPlaces();
        operator = container.operator();
        blobs = container.store(clock);
        files = UseCases.over(store, blobs, clock);
        emptyContext = open();
        empty = emptyContext.getBean(MetadataStore.class);
    }

    @AfterEach
    protected void closeStores() {
        emptyContext.close();
        ownContext.close();
    }

    protected void emptyStore() {
        emptyContext.close();
        emptyContext = open();
        empty = emptyContext.getBean(MetadataStore.class);
    }

    /** An empty metadata store. */
    protected ApplicationContext open() {
        return ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", H2.inMemory()));
    }

    protected RecordsFromStorage from(MetadataStore into, int pageSize) {
        return RecordsFromStorage.of(into, blobs, listing, upkeep, clock, pageSize);
    }

    protected List<Object> before() {
        return RecordsFromStorage.recorded(store, workspace);
    }

    protected List<Object> rebuilt() {
        return RecordsFromStorage.recorded(empty, workspace);
    }

    /** Files in every state that a file can be in, with all that can become of a version. */
    protected void aWorkspaceWithEverything() {
        uploadAndCommit("first");
        UploadLink late = files.issue().issue(workspace, report, grace, null, null, Declaration.NONE);
        UploadLink beaten = files.issue()
                .issue(
                        workspace,
                        report,
                        ada,
                        UploadCondition.latestIs(read().version().blob().etag()),
                        null,
                        Declaration.NONE);
        uploadAndCommit("third");
        upload(late, "second");
        files.commit().commit(blobName(late));
        upload(beaten, "beaten");
        files.commit().commit(blobName(beaten));
        issue();

        UploadLink deleted = committedAt("deleted.txt");
        files.delete().delete(workspace, deleted.fileId(), grace);
        UploadLink restored = committedAt("restored.txt");
        files.delete().delete(workspace, restored.fileId(), ada);
        committedAt("restored.txt");
        files.restore().restore(workspace, restored.fileId(), ada);
        committedAt("größe/€ \uD83D\uDE00.txt", toldOf("größe/€ \uD83D\uDE00.txt"));
        sweepAfter(Duration.ofMinutes(6));
    }

    /** All that can be told of a text before it is sent. */
    protected static Declaration toldOf(String text) {
        return new Declaration(
                (long) text.getBytes(StandardCharsets.UTF_8).length,
                Checksums.NONE.with(
                        ChecksumAlgorithm.SHA_256, Base64.getEncoder().encodeToString(Sha256.of(text))),
                "text/csv; charset=utf-8",
                Instant.parse("2025-12-31T23:59:59.999999Z"),
                Map.of("Größe", "\uD83D\uDE00", "project", "north"),
                Map.of("camera", "α 7"));
    }

    /** Leaves a committed version as earlier releases did, on record and in storage. */
    protected void leaveAsEarlierReleases(VersionRecord version) {
        FileRecord file = store.findFile(workspace, version.fileId()).orElseThrow();
        Instant sealedAt = Objects.requireNonNull(version.committedAt());
        BlobInfo blob = operator.sealAsEarlierReleases(
                version.blobName(),
                VersionDescription.of(file, version, sealedAt),
                Objects.requireNonNull(version.blob()),
                version.state() == VersionState.SUPERSEDED);
        store.replaceVersion(VersionRecordBuilder.from(version)
                .blob(blob)
                .details(VersionDetails.NONE)
                .build());
        if (version.id().equals(file.latestVersionId())) {
            store.replaceFile(FileRecordBuilder.from(file)
                    .latest(new CommittedVersion(
                            version.id(), blob, VersionDetails.NONE, version.createdAt(), version.createdBy()))
                    .build());
        }
    }

    /** Leaves everything that is committed as earlier releases did. */
    protected void leaveAllAsEarlierReleases() {
        before().stream()
                .filter(VersionRecord.class::isInstance)
                .map(VersionRecord.class::cast)
                .map(version -> store.findVersion(workspace, version.fileId(), version.id())
                        .orElseThrow())
                .forEach(this::leaveAsEarlierReleases);
    }

    /** What a holder of an upload link would like to be said of it. */
    protected VersionDescription forgery() {
        User victim = new User(UUID.randomUUID(), "The Boss", "boss@example.com");
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        return new VersionDescription(
                FilePath.parse("salaries/2026.csv"), time, victim, time, victim, time, null, VersionDetails.NONE, time);
    }

    protected void snapshotForged(UploadLink upload) {
        assertThat(client.snapshot(upload.link(), StorageOperator.claimHeaders(forgery(), "\"0x1\""))
                        .statusCode())
                .isEqualTo(201);
    }

    protected UploadLink committedAt(String path) {
        return committedAt(path, Declaration.NONE);
    }

    protected UploadLink committedAt(String path, Declaration told) {
        UploadLink upload = files.issue().issue(workspace, FilePath.parse(path), grace, null, null, told);
        upload(upload, path);
        files.commit().commit(blobName(upload));
        return upload;
    }
}
