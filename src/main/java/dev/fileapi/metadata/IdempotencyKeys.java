package dev.fileapi.metadata;

import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.MetadataStoreException;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides which version an idempotency key stands for, by atomic steps of a store.
 *
 * @param <S> a key's record as stored
 */
public abstract class IdempotencyKeys<S> {

    /** More conflicts than this are not caused by callers. */
    private static final int MAX_ATTEMPTS = 5;

    /** Returns the record stored for the key, which is the wanted one unless there is another that has not expired at {@code now}. */
    public IdempotencyRecord createIfAbsent(IdempotencyRecord wanted, Instant now) {
        S row = toStored(wanted, now);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (insert(row)) {
                return record(row);
            }
            Optional<S> existing = find(row);
            if (existing.isPresent()) {
                IdempotencyRecord record = record(existing.get());
                if (record.expiresAt().isAfter(now)) {
                    return record;
                }
                if (replace(existing.get(), row)) {
                    return record(row);
                }
            }
        }
        throw new MetadataStoreException("The metadata store could not settle an idempotency key.", null);
    }

    /** Returns the record as this store keeps it. */
    protected abstract S toStored(IdempotencyRecord record, Instant now);

    protected abstract IdempotencyRecord record(S stored);

    /** Stores a new record; false when the key has one. */
    protected abstract boolean insert(S wanted);

    /** Returns the record of the same key; empty when there is none. */
    protected abstract Optional<S> find(S wanted);

    /** Replaces an expired record; false when it has changed or is gone. */
    protected abstract boolean replace(S expired, S wanted);
}
