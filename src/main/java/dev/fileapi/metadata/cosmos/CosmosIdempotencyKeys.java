package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.metadata.IdempotencyKeys;
import dev.fileapi.metadata.cosmos.CosmosItems.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The idempotency records, which Cosmos DB removes by itself some time after they have expired. */
@CosmosStore
@Singleton
final class CosmosIdempotencyKeys extends IdempotencyKeys<IdempotencyDocument> {

    private final CosmosItems<IdempotencyDocument> documents;

    CosmosIdempotencyKeys(Containers containers) {
        this.documents = new CosmosItems<>(containers::versions, IdempotencyDocument.class);
    }

    @Override
    protected IdempotencyDocument toStored(IdempotencyRecord record, Instant now) {
        return IdempotencyDocument.of(record, now);
    }

    @Override
    protected IdempotencyRecord record(IdempotencyDocument document) {
        return document.record();
    }

    @Override
    protected boolean insert(IdempotencyDocument document) {
        return documents.create(document) instanceof Write.Done;
    }

    @Override
    protected Optional<IdempotencyDocument> find(IdempotencyDocument document) {
        return documents.find(document.id(), document.partition());
    }

    @Override
    protected boolean replace(IdempotencyDocument expired, IdempotencyDocument document) {
        return documents.replace(document, String.valueOf(expired.etag())) instanceof Write.Done;
    }
}
