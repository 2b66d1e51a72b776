package dev.fileapi.files;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Declaration;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.PreconditionFailedException;
import dev.fileapi.files.model.TooManyUploadsException;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the records of versions that are to be copies of others: pending, as if they were uploads whose links were issued now. */
@Singleton
final class CopyVersions {

    private final MetadataStore store;
    private final NewVersions versions;
    private final UploadCeilings ceilings;

    CopyVersions(MetadataStore store, NewVersions versions, UploadCeilings ceilings) {
        this.store = store;
        this.versions = versions;
        this.ceilings = ceilings;
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
        return versions.create(file, user, condition, told);
    }

    /**
     * As the other, unless the user has made one with the same key within 24 hours: then returns that one, whatever became of it and whether or
     * not the condition still holds.
     *
     * @throws PreconditionFailedException also when the key was used before the file had its latest version, but nothing was made then
     */
    VersionRecord createOnce(
            FileRecord file, User user, @Nullable UploadCondition condition, Declaration told, String key) {
        VersionId proposed = versions.proposedId(file);
        // apart from the keys of uploads, which have no such beginning
        VersionId id = versions.idOfKey(file, proposed, "promote " + user.id() + " " + key);
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
        return versions.create(file, id, user, condition, told)
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
}
