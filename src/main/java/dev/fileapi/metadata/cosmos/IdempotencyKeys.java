package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.MetadataStoreException;
import dev.fileapi.metadata.cosmos.Documents.Write;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The idempotency records, which Cosmos DB removes by itself some time after they have expired. */
@CosmosStore
@Singleton
final class IdempotencyKeys {

    /** More conflicts than this are not caused by callers. */
    private static final int ATTEMPTS = 5;

    private final Documents<IdempotencyDocument> documents;

    IdempotencyKeys(Containers containers) {
        this.documents = new Documents<>(containers::versions, IdempotencyDocument.class);
    }

    IdempotencyRecord createIfAbsent(IdempotencyRecord wanted, Instant now) {
        IdempotencyDocument document = IdempotencyDocument.of(wanted, now);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (documents.create(document) instanceof Write.Done) {
                return document.record();
            }
            Optional<IdempotencyDocument> existing = documents.find(document.id(), document.partition());
            if (existing.isPresent() && !existing.get().isExpiredAt(now)) {
                return existing.get().record();
            }
            if (existing.isPresent() && replace(existing.get(), document)) {
                return document.record();
            }
        }
        throw new MetadataStoreException("The metadata store could not settle an idempotency key.", null);
    }

    private boolean replace(IdempotencyDocument expired, IdempotencyDocument document) {
        return documents.replace(document, String.valueOf(expired.etag())) instanceof Write.Done;
    }
}
