package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileState;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is described of a version's details with what is on record. A verification writes the description first and the version's
 * record last, which has its task until then; new tags are written to the file's record first, which is due for a check until the others
 * have them. What is under way, or was broken off and is due to be ended, is not a difference.
 */
@Singleton
final class CompareDetails {

    private final MetadataStore store;

    CompareDetails(MetadataStore store) {
        this.store = store;
    }

    /**
     * What differs.
     *
     * @param recorded in the version's record or in that of its file
     * @param task of the version's record, which was read no later than the two; null when there was none
     */
    Differences compare(
            BlobName name, VersionDetails described, VersionDetails recorded, @Nullable VerificationTask task) {
        VersionDetails known = task != null && isRead(described, recorded) ? read(described, recorded) : recorded;
        Differences differences = new Differences()
                .field("verification", described.verification(), known.verification())
                .field(
                        "checksums",
                        described.checksums().values(),
                        known.checksums().values())
                .field("told content_type", described.contentType(), known.contentType())
                .time("source_modified_at", described.modifiedAt(), known.modifiedAt())
                .field("metadata", described.metadata(), known.metadata());
        return described.tags().equals(known.tags()) || isTagged(name)
                ? differences
                : differences.field("tags", described.tags(), known.tags());
    }

    private static boolean isRead(VersionDetails described, VersionDetails recorded) {
        return described.verification() != Verification.PENDING
                && !described.checksums().isEmpty()
                && !described.checksums().contradicts(recorded.checksums());
    }

    /** What the task makes of the record at its end. */
    private static VersionDetails read(VersionDetails described, VersionDetails recorded) {
        return recorded.verified(described.checksums());
    }

    /** Read last: a change of tags that either side shows has made the file due before, and leaves it due for minutes. */
    private boolean isTagged(BlobName name) {
        return store.findFile(name.workspace(), name.fileId())
                .filter(file -> file.state() == FileState.LIVE && file.nextCheckAt() != null)
                .isPresent();
    }
}
