package dev.fileapi.files.testing;

import dev.fileapi.checksum.RunningChecksums;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.SealedBlob;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Knows which blobs were committed; their bytes are zeros. */
public class BlobsInMemory implements BlobStore {

    private static final int SIZE = 1024;

    private final Set<BlobName> committed = ConcurrentHashMap.newKeySet();

    private final Map<BlobName, VersionDetails> described = new ConcurrentHashMap<>();

    private final Map<FileId, FileMarker.Stored> markers = new ConcurrentHashMap<>();

    public void commit(BlobName name) {
        committed.add(name);
    }

    @Override
    public URI signUpload(BlobName name, Instant expiresAt) {
        return URI.create("https://blobs.example.com/" + name);
    }

    @Override
    public URI signDownload(BlobName name, BlobInfo blob, Download download, Instant expiresAt) {
        return URI.create("https://blobs.example.com/" + name);
    }

    @Override
    public boolean isCommitted(BlobName name) {
        return committed.contains(name);
    }

    @Override
    public SealOutcome seal(BlobName name, VersionDescription description, @Nullable Long expectedSize) {
        return isCommitted(name)
                ? new SealOutcome.Sealed(new SealedBlob(
                        new BlobInfo(
                                SIZE, "\"" + name.versionId() + "\"", "2026-01-01T00:00:00.0000000Z", null, "text/csv"),
                        described.computeIfAbsent(name, first -> verified(description.details())),
                        Instant.EPOCH))
                : new SealOutcome.NotCommitted();
    }

    /** As blobs of this size are read when they are sealed. */
    private static VersionDetails verified(VersionDetails told) {
        RunningChecksums running = RunningChecksums.of(told.checksums().values().keySet());
        running.update(ByteBuffer.allocate(SIZE));
        return told.verified(running.checksums());
    }

    @Override
    public void read(BlobName name, BlobInfo blob, long offset, long count, Consumer<ByteBuffer> consumer) {
        consumer.accept(ByteBuffer.allocate(Math.toIntExact(count)));
    }

    @Override
    public boolean copy(BlobName name, BlobInfo sealed, BlobName to) {
        return committed.contains(name) && (committed.add(to) || committed.contains(to));
    }

    @Override
    public void markSuperseded(BlobName name) {}

    @Override
    public void updateDetails(BlobName name, UnaryOperator<VersionDetails> change) {
        described.computeIfPresent(name, (same, details) -> change.apply(details));
    }

    @Override
    public Optional<FileMarker.Stored> findMarker(Workspace workspace, FileId fileId) {
        return Optional.ofNullable(markers.get(fileId));
    }

    @Override
    public boolean putMarker(FileMarker marker, @Nullable String etag) {
        FileMarker.Stored stored =
                new FileMarker.Stored(marker, UUID.randomUUID().toString());
        return etag == null
                ? markers.putIfAbsent(marker.fileId(), stored) == null
                : stored.equals(markers.computeIfPresent(
                        marker.fileId(), (id, now) -> now.etag().equals(etag) ? stored : now));
    }

    @Override
    public void removeMarker(Workspace workspace, FileId fileId) {
        markers.remove(fileId);
    }

    @Override
    public List<StagedBlock> stagedBlocks(BlobName name) {
        return List.of();
    }

    @Override
    public void delete(BlobName name) {
        committed.remove(name);
        described.remove(name);
    }

    @Override
    public void ping() {}
}
