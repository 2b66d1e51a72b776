package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.files.UseCases;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.BlobsInMemory;
import dev.fileapi.local.MovableClock;
import dev.fileapi.local.cosmos.Answered;
import dev.fileapi.local.cosmos.CosmosEmulator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The store on an emulator of its own, the use cases over it, and a record of what they asked of Cosmos DB. */
final class EmulatedStore implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final MovableClock clock = new MovableClock();
    final CosmosEmulator emulator = CosmosEmulator.start(clock);
    final BlobsInMemory blobs = new BlobsInMemory();
    final MetadataStore store;
    final UseCases files;

    private final CosmosStoreContext context = new CosmosStoreContext(emulator);
    private final List<Answered> answered = new CopyOnWriteArrayList<>();

    EmulatedStore() {
        store = context.store();
        files = UseCases.over(store, blobs, clock);
        store.ping();
    }

    void loadFiles(Stream<FileRecord> records) {
        emulator.load(
                "file-api", "files", records.map(FileDocument::of).map(each -> JSON.<ObjectNode>valueToTree(each)));
    }

    void loadVersions(Stream<VersionRecord> records) {
        emulator.load(
                "file-api",
                "versions",
                records.map(VersionDocument::of).map(each -> JSON.<ObjectNode>valueToTree(each)));
    }

    /** The calls that the work makes. */
    List<Answered> callsOf(Runnable work) {
        answered.clear();
        emulator.listen(answered::add);
        try {
            work.run();
        } finally {
            emulator.listen(ignored -> {});
        }
        return List.copyOf(answered);
    }

    @Override
    public void close() {
        context.close();
        emulator.close();
    }
}
