package dev.fileapi.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.store.MetadataStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which version a key stands for, and for how long. */
abstract class IdempotencyKeysContract extends StoreTestBase {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);

    private final FileId file = FileId.random();

    IdempotencyKeysContract(MetadataStore store) {
        super(store);
    }

    @Test
    void aKeyStandsForItsFirstVersion() {
        IdempotencyRecord first = store.createIdempotencyRecordIfAbsent(record("a", 1, LATER), NOW);

        assertThat(first).isEqualTo(record("a", 1, LATER));
        assertThat(store.createIdempotencyRecordIfAbsent(record("a", 2, LATER.plusSeconds(1)), NOW))
                .isEqualTo(first);
    }

    @Test
    void anExpiredKeyIsAsGoodAsNew() {
        store.createIdempotencyRecordIfAbsent(record("a", 1, NOW), NOW.minusSeconds(1));

        assertThat(store.createIdempotencyRecordIfAbsent(record("a", 2, LATER), NOW))
                .isEqualTo(record("a", 2, LATER));
    }

    @Test
    void anotherKeyAndAnotherFileAreNotMeant() {
        store.createIdempotencyRecordIfAbsent(record("a", 1, LATER), NOW);
        IdempotencyRecord otherFile = new IdempotencyRecord(workspace, FileId.random(), "a", new VersionId(3), LATER);

        assertThat(store.createIdempotencyRecordIfAbsent(record("b", 2, LATER), NOW))
                .isEqualTo(record("b", 2, LATER));
        assertThat(store.createIdempotencyRecordIfAbsent(otherFile, NOW)).isEqualTo(otherFile);
    }

    @Test
    void removingWhatHasExpiredLeavesTheRest() {
        store.createIdempotencyRecordIfAbsent(record("lasting", 1, LATER), NOW);
        store.createIdempotencyRecordIfAbsent(record("expired", 1, NOW.plusSeconds(1)), NOW);

        store.removeExpiredIdempotencyRecords(NOW.plusSeconds(1));

        assertThat(store.createIdempotencyRecordIfAbsent(record("lasting", 2, LATER), NOW))
                .isEqualTo(record("lasting", 1, LATER));
        assertThat(store.createIdempotencyRecordIfAbsent(record("expired", 2, LATER), NOW.plusSeconds(1)))
                .isEqualTo(record("expired", 2, LATER));
    }

    @Test
    void expiryIsKeptToTheMicrosecond() {
        assertThat(store.createIdempotencyRecordIfAbsent(record("a", 1, LATER.plusNanos(999)), NOW))
                .isEqualTo(record("a", 1, LATER));
    }

    private IdempotencyRecord record(String key, long version, Instant expiresAt) {
        return new IdempotencyRecord(workspace, file, key, new VersionId(version), expiresAt);
    }
}
