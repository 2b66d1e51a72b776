package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.PartitionKey;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Revision;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.Batch;
import dev.fileapi.files.store.UploadPlace;
import dev.fileapi.metadata.cosmos.CosmosItems.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The container {@code versions}. */
@CosmosStore
@Singleton
final class VersionItems {

    /** Up to this many are sorted here; an order in the query costs another round trip, for its plan. */
    private static final int MAX_SORTED_HERE = 200;

    private final CosmosItems<VersionDocument> documents;
    private final CosmosQueries queries;
    private final DueQuery<VersionDocument> due;
    private final DueQuery<VersionDocument> dueVerifications;

    VersionItems(Containers containers) {
        this.documents = new CosmosItems<>(containers::versions, VersionDocument.class);
        this.queries = new CosmosQueries(containers::versions);
        this.due = new DueQuery<>(queries, VersionDocument.class, "c.next_check_at", VersionDocument::nextCheckAt);
        this.dueVerifications = new DueQuery<>(
                queries, VersionDocument.class, "c.verification.due_at", VersionDocument::verificationDueAt);
    }

    Optional<VersionRecord> find(Workspace workspace, FileId fileId, VersionId id) {
        return documents
                .find(VersionIds.stored(id), VersionDocument.partition(workspace, fileId))
                .map(VersionDocument::version);
    }

    List<VersionRecord> find(
            Workspace workspace, FileId fileId, Set<VersionState> states, @Nullable VersionId olderThan, int limit) {
        if (states.isEmpty()) {
            return List.of();
        }
        return newest(
                () -> {
                    CosmosQuery query = new CosmosQuery("SELECT * FROM c WHERE")
                            .appendIn(
                                    "c.state",
                                    states.stream()
                                            .map(VersionState::name)
                                            .sorted()
                                            .toList());
                    return olderThan == null ? query : query.append("AND c.id < ?", VersionIds.stored(olderThan));
                },
                VersionDocument.partition(workspace, fileId),
                limit);
    }

    List<VersionRecord> findUnseen(Workspace workspace, FileId fileId, @Nullable VersionId latest, int limit) {
        String from = VersionIds.stored(latest == null ? new VersionId(0) : latest);
        return newest(
                () -> new CosmosQuery("SELECT * FROM c WHERE c.id >= ?", from)
                        .append("AND (c.state = ?", VersionState.PENDING.name())
                        .append("OR (c.state = ? AND c.id > ?))", VersionState.COMMITTED.name(), from),
                VersionDocument.partition(workspace, fileId),
                limit);
    }

    List<VersionRecord> findPending(Workspace workspace, Instant linkExpiresAfter, int limit) {
        CosmosQuery query =
                pending("*", linkExpiresAfter).append("ORDER BY c.id DESC").append("OFFSET 0 LIMIT ?", limit);
        return queries.all(query, VersionDocument.partitions(workspace), VersionDocument.class).stream()
                .map(VersionDocument::version)
                .toList();
    }

    int countPending(Workspace workspace, Instant linkExpiresAfter, int max) {
        return count(pending("VALUE COUNT(1)", linkExpiresAfter), VersionDocument.partitions(workspace), max);
    }

    List<VersionRecord> findUploads(
            Workspace workspace, @Nullable UUID author, @Nullable UploadPlace after, int limit) {
        CosmosQuery query = new CosmosQuery("SELECT * FROM c WHERE c.state = ?", VersionState.PENDING.name());
        if (author != null) {
            query.append("AND c.created_by.id = ?", author.toString());
        }
        if (after != null) {
            String version = VersionIds.stored(after.versionId());
            query.append("AND c.id <= ?", version)
                    .append(
                            "AND (c.id < ? OR c.file_id > ?)",
                            version,
                            after.fileId().toString());
        }
        query.append("ORDER BY c.id DESC, c.file_id ASC").append("OFFSET 0 LIMIT ?", limit);
        return queries.all(query, VersionDocument.partitions(workspace), VersionDocument.class).stream()
                .map(VersionDocument::version)
                .toList();
    }

    int countUploads(PartitionKey partition, int max) {
        return count(
                new CosmosQuery("SELECT VALUE COUNT(1) FROM c WHERE c.state = ?", VersionState.PENDING.name()),
                partition,
                max);
    }

    /** A count walks along the index, to its end: the ceilings of uploads in progress are what bounds it. */
    private int count(CosmosQuery query, PartitionKey partition, int max) {
        long uploads = queries.all(query, partition, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
        return (int) Math.min(uploads, max);
    }

    private static CosmosQuery pending(String selected, Instant linkExpiresAfter) {
        return new CosmosQuery("SELECT " + selected + " FROM c WHERE c.state = ?", VersionState.PENDING.name())
                .append("AND c.link_expires_at > ?", CosmosTimes.stored(linkExpiresAfter));
    }

    Optional<VersionRecord> create(VersionRecord version) {
        VersionDocument document = VersionDocument.of(version);
        return result(documents.create(document), document);
    }

    Optional<VersionRecord> replace(VersionRecord version) {
        if (version.revision().equals(Revision.NONE)) {
            return Optional.empty();
        }
        VersionDocument document = VersionDocument.of(version);
        return result(documents.replace(document, version.revision().value()), document);
    }

    boolean remove(VersionRecord version) {
        return !version.revision().equals(Revision.NONE)
                && documents.remove(
                        VersionIds.stored(version.id()),
                        VersionDocument.partition(version.workspace(), version.fileId()),
                        version.revision().value());
    }

    Batch<VersionRecord> findDue(Instant now, @Nullable String continuation, int limit) {
        return versions(due.find(now, continuation, limit));
    }

    Batch<VersionRecord> findDueVerifications(Instant now, @Nullable String continuation, int limit) {
        return versions(dueVerifications.find(now, continuation, limit));
    }

    private static Batch<VersionRecord> versions(Batch<VersionDocument> batch) {
        return new Batch<>(batch.items().stream().map(VersionDocument::version).toList(), batch.continuation());
    }

    private interface Matching {
        CosmosQuery query();
    }

    private List<VersionRecord> newest(Matching matching, PartitionKey partition, int limit) {
        List<VersionDocument> found = queries.few(matching.query(), partition, VersionDocument.class, MAX_SORTED_HERE)
                .orElseGet(() -> queries.all(
                        matching.query().append("ORDER BY c.id DESC OFFSET 0 LIMIT ?", limit),
                        partition,
                        VersionDocument.class));
        return found.stream()
                .sorted(Comparator.comparing(VersionDocument::id).reversed())
                .limit(limit)
                .map(VersionDocument::version)
                .toList();
    }

    private static Optional<VersionRecord> result(Write write, VersionDocument document) {
        return write instanceof Write.Done done ? Optional.of(document.version(done.etag())) : Optional.empty();
    }
}
