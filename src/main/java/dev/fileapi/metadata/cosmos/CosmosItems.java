package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads and writes documents of one type, one at a time. When the answer to a write is lost, the write is made again; if it is
 * refused then, the stored document's write id tells whether that is because the first one happened.
 */
final class CosmosItems<D extends StoredDocument> {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    /** Substatus of 404: the database or container is missing, not the document. */
    private static final int OWNER_NOT_FOUND = 1003;

    private final Supplier<CosmosContainer> container;
    private final Class<D> type;

    CosmosItems(Supplier<CosmosContainer> container, Class<D> type) {
        this.container = container;
        this.type = type;
    }

    /** How a write ended. */
    sealed interface Write {

        /** It was done. */
        record Done(String etag) implements Write {}

        /** The id, or a unique key, is another document's. */
        record Taken() implements Write {}

        /** The document was changed or removed since it was read. */
        record Outdated() implements Write {}
    }

    Optional<D> find(String id, PartitionKey partition) {
        return CosmosRetry.read(() -> findOnce(id, partition));
    }

    Write create(D document) {
        return CosmosRetry.repeat(inDoubt -> {
            try {
                return new Write.Done(container
                        .get()
                        .createItem(document, document.partition(), new CosmosItemRequestOptions())
                        .getETag());
            } catch (CosmosException e) {
                return refused(e, document, inDoubt);
            }
        });
    }

    /** @param revision the ETag that the stored document must have */
    Write replace(D document, String revision) {
        return CosmosRetry.repeat(inDoubt -> {
            try {
                return new Write.Done(container
                        .get()
                        .replaceItem(
                                document,
                                document.id(),
                                document.partition(),
                                new CosmosItemRequestOptions().setIfMatchETag(revision))
                        .getETag());
            } catch (CosmosException e) {
                return refused(e, document, inDoubt);
            }
        });
    }

    /** Whether the document, at that revision, is gone because of this. */
    boolean remove(String id, PartitionKey partition, String revision) {
        return CosmosRetry.repeat(inDoubt -> {
            try {
                container.get().deleteItem(id, partition, new CosmosItemRequestOptions().setIfMatchETag(revision));
                return true;
            } catch (CosmosException e) {
                if (isMissing(e)) {
                    return inDoubt;
                }
                if (e.getStatusCode() == PRECONDITION_FAILED) {
                    return false;
                }
                throw e;
            }
        });
    }

    private Write refused(CosmosException e, D document, boolean inDoubt) {
        boolean conflict = e.getStatusCode() == CONFLICT;
        if (!conflict && e.getStatusCode() != PRECONDITION_FAILED && !isMissing(e)) {
            throw e;
        }
        if (inDoubt) {
            Optional<D> stored = findOnce(document.id(), document.partition());
            if (stored.isPresent() && stored.get().writeId().equals(document.writeId())) {
                return new Write.Done(String.valueOf(stored.get().etag()));
            }
        }
        return conflict ? new Write.Taken() : new Write.Outdated();
    }

    private Optional<D> findOnce(String id, PartitionKey partition) {
        try {
            return Optional.of(container.get().readItem(id, partition, type).getItem());
        } catch (CosmosException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isMissing(CosmosException e) {
        return e.getStatusCode() == NOT_FOUND && e.getSubStatusCode() != OWNER_NOT_FOUND;
    }
}
