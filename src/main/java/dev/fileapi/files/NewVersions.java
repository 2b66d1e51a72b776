package dev.fileapi.files;

import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores pending versions of a file that is there, and which version an idempotency key stands for. */
@Singleton
final class NewVersions {

    private static final Duration KEY_LIFETIME = Duration.ofHours(24);

    private final MetadataStore store;
    private final NewRecords records;
    private final Clock clock;

    NewVersions(MetadataStore store, NewRecords records, Clock clock) {
        this.store = store;
        this.records = records;
        this.clock = clock;
    }

    /** Stores a version with an id that is newer than the file's latest version and that no other has. */
    VersionRecord create(FileRecord file, User user, @Nullable UploadCondition condition, Declaration declaration) {
        VersionId id = proposedId(file);
        Optional<VersionRecord> created = create(file, id, user, condition, declaration);
        while (created.isEmpty()) {
            id = id.next();
            created = create(file, id, user, condition, declaration);
        }
        return created.get();
    }

    /** Stores a version; empty when the file has one of that id. */
    Optional<VersionRecord> create(
            FileRecord file, VersionId id, User user, @Nullable UploadCondition condition, Declaration declaration) {
        return store.createVersion(records.pending(file, id, user, condition, declaration));
    }

    /** Returns the id of a version that would be made now. */
    VersionId proposedId(FileRecord file) {
        return VersionId.issuedAt(clock.instant(), file.latestVersionId());
    }

    /**
     * Returns the id that a key stands for, for 24 hours after its first use: what was proposed then.
     *
     * @param key with all that tells it from the keys of others
     */
    VersionId idOfKey(FileRecord file, VersionId proposed, String key) {
        Instant now = clock.instant();
        String hash = HexFormat.of().formatHex(Sha256.of(key));
        return store.createIdempotencyRecordIfAbsent(
                        new IdempotencyRecord(file.workspace(), file.id(), hash, proposed, now.plus(KEY_LIFETIME)), now)
                .versionId();
    }
}
