package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.Slot;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.FileWrite;
import dev.fileapi.metadata.cosmos.CosmosItems.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The container {@code files}. */
@CosmosStore
@Singleton
final class FileItems {

    private static final UUID NONE = new UUID(0, 0);

    /** Of one query. */
    private static final int MAX_IDS = 500;

    private final CosmosItems<FileDocument> documents;
    private final CosmosQueries queries;
    private final DueQuery<FileDocument> due;

    FileItems(Containers containers) {
        this.documents = new CosmosItems<>(containers::files, FileDocument.class);
        this.queries = new CosmosQueries(containers::files);
        this.due = new DueQuery<>(queries, FileDocument.class, "c.next_check_at", FileDocument::nextCheckAt);
    }

    Optional<FileRecord> find(Workspace workspace, FileId id) {
        return documents.find(id.toString(), FileDocument.partition(workspace)).map(FileDocument::file);
    }

    /** A query, not a point read: an id never changes, but a file's slot does. */
    Optional<FileRecord> find(Workspace workspace, Slot slot) {
        return queries.first(
                        new CosmosQuery("SELECT * FROM c WHERE c.slot = ?", slot.value()),
                        FileDocument.partition(workspace),
                        FileDocument.class)
                .map(FileDocument::file);
    }

    /** One query for some hundreds, which costs less than as many point reads one after the other take time. */
    List<FileRecord> find(Workspace workspace, Set<FileId> ids) {
        List<String> texts = ids.stream().map(FileId::toString).sorted().toList();
        List<FileRecord> found = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += MAX_IDS) {
            List<String> some = texts.subList(from, Math.min(texts.size(), from + MAX_IDS));
            queries.all(
                            new CosmosQuery("SELECT * FROM c WHERE").appendIn("c.id", some),
                            FileDocument.partition(workspace),
                            FileDocument.class)
                    .forEach(document -> found.add(document.file()));
        }
        return found;
    }

    FileWrite create(FileRecord file) {
        FileDocument document = FileDocument.of(file);
        return result(documents.create(document), document);
    }

    FileWrite replace(FileRecord file) {
        if (file.revision().equals(Revision.NONE)) {
            return new FileWrite.Outdated();
        }
        FileDocument document = FileDocument.of(file);
        return result(documents.replace(document, file.revision().value()), document);
    }

    boolean remove(FileRecord file) {
        return !file.revision().equals(Revision.NONE)
                && documents.remove(
                        file.id().toString(),
                        FileDocument.partition(file.workspace()),
                        file.revision().value());
    }

    Batch<FileRecord> findDue(Instant now, @Nullable String continuation, int limit) {
        Batch<FileDocument> batch = due.find(now, continuation, limit);
        return new Batch<>(batch.items().stream().map(FileDocument::file).toList(), batch.continuation());
    }

    /** Reads an item that never exists, the cheapest call. */
    void ping() {
        find(new Workspace(NONE, NONE), new FileId(NONE));
    }

    private static FileWrite result(Write write, FileDocument document) {
        if (write instanceof Write.Done done) {
            return new FileWrite.Written(document.file(done.etag()));
        }
        return write instanceof Write.Taken ? new FileWrite.SlotTaken() : new FileWrite.Outdated();
    }
}
