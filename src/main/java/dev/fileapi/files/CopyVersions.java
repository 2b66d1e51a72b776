package dev.fileapi.files;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.IdempotencyRecord;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.TooManyUploadsException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDetails;
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

/** Makes the records of versions that are to be copies of others: pending, as if they were uploads whose links were issued now. */
@Singleton
final class CopyVersions {

    private static final Duration KEY_LIFETIME = Duration.ofHours(24);

    private final MetadataStore store;
    private final NewRecords records;
    private final UploadCeilings ceilings;
    private final Clock clock;

    CopyVersions(MetadataStore store, NewRecords records, UploadCeilings ceilings, Clock clock) {
        this.store = store;
        this.records = records;
        this.ceilings = ceilings;
        this.clock = clock;
    }

    /** Returns the declaration for a copy: all that is known of the version itself, whose checksums the copy must have. */
    static Declaration toldOf(CommittedVersion version) {
        VersionDetails details = version.details();
        return new Declaration(
                version.blob().size(),
                details.checksums(),
                details.contentType(),
                details.modifiedAt(),
                details.tags(),
                details.metadata());
    }

    /**
     * Makes a new version of the file.
     *
     * @param condition null: none
     * @throws PreconditionFailedException when the condition is untrue
     * @throws TooManyUploadsException when the file or the workspace has too many uploads in progress
     */
    VersionRecord create(FileRecord file, User user, @Nullable UploadCondition condition, Declaration told) {
        require(condition, file);
        takeRoom(file);
        VersionId id = VersionId.issuedAt(clock.instant(), file.latestVersionId());
        Optional<VersionRecord> created = store.createVersion(records.pending(file, id, user, condition, told));
        while (created.isEmpty()) {
            id = id.next();
            created = store.createVersion(records.pending(file, id, user, condition, told));
        }
        return created.get();
    }

    /**
     * As the other, unless the user has made one with the same key within 24 hours: then returns that one, whatever became of it and whether or
     * not the condition still holds.
     *
     * @throws PreconditionFailedException also when the key was used before the file had its latest version, but nothing was made then
     */
    VersionRecord createOnce(
            FileRecord file, User user, @Nullable UploadCondition condition, Declaration told, String key) {
        Instant now = clock.instant();
        VersionId proposed = VersionId.issuedAt(now, file.latestVersionId());
        VersionId id = store.createIdempotencyRecordIfAbsent(
                        new IdempotencyRecord(
                                file.workspace(), file.id(), hash(user, key), proposed, now.plus(KEY_LIFETIME)),
                        now)
                .versionId();
        Optional<VersionRecord> before = id.equals(proposed) ? Optional.empty() : find(file, id);
        if (before.isPresent()) {
            return before.get();
        }
        require(condition, file);
        if (!id.isNewerThan(file.latestVersionId())) {
            throw new PreconditionFailedException(
                    "The Idempotency-Key was used before the file had its latest version: send another one.");
        }
        takeRoom(file);
        return store.createVersion(records.pending(file, id, user, condition, told))
                .or(() -> find(file, id))
                .orElseThrow(() -> new PreconditionFailedException(
                        "What the Idempotency-Key stands for was removed: send another one."));
    }

    private void takeRoom(FileRecord file) {
        ceilings.take(file.workspace());
        ceilings.take(file);
    }

    private static void require(@Nullable UploadCondition condition, FileRecord file) {
        if (condition != null) {
            condition.require(file.latest());
        }
    }

    private Optional<VersionRecord> find(FileRecord file, VersionId id) {
        return store.findVersion(file.workspace(), file.id(), id);
    }

    /** Apart from those of uploads, whose keys have no such beginning. */
    private static String hash(User user, String key) {
        return HexFormat.of().formatHex(Sha256.of("promote " + user.id() + " " + key));
    }
}
