package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.BlobFacts;
import dev.fileapi.files.BlobName;
import dev.fileapi.files.BlobStore;
import dev.fileapi.files.StagedBlock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which blobs were committed, and nothing of bytes. */
final class BlobsInMemory implements BlobStore {

    private final Set<BlobName> committed = ConcurrentHashMap.newKeySet();

    void commit(BlobName name) {
        committed.add(name);
    }

    @Override
    public URI signUpload(BlobName name, Instant expiresAt) {
        return URI.create("https://blobs.example.com/" + name);
    }

    @Override
    public URI signDownload(BlobName name, BlobFacts blob, String fileName, Instant expiresAt) {
        return URI.create("https://blobs.example.com/" + name);
    }

    @Override
    public boolean isCommitted(BlobName name) {
        return committed.contains(name);
    }

    @Override
    public Optional<BlobFacts> seal(BlobName name) {
        return isCommitted(name)
                ? Optional.of(new BlobFacts(
                        1024, "\"" + name.versionId() + "\"", "2026-01-01T00:00:00.0000000Z", null, "text/csv"))
                : Optional.empty();
    }

    @Override
    public List<StagedBlock> stagedBlocks(BlobName name) {
        return List.of();
    }

    @Override
    public void delete(BlobName name) {
        committed.remove(name);
    }

    @Override
    public void ping() {}
}
