package dev.fileapi.files.recovery;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.store.StoredBlob;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is stored of a final version beside the bytes that its readers get: snapshots left by a commit that was broken off, and what a
 * holder of the upload link took or wrote. It costs, and counts for nothing.
 *
 * @param record is final
 * @param recorded what that says of the blob
 */
record Spares(StoredBlob.Version stored, VersionRecord record, BlobInfo recorded) {

    List<StoredBlob.Snapshot> snapshots() {
        return stored.snapshots().stream()
                .filter(snapshot -> !snapshot.id().equals(recorded.snapshot()))
                .toList();
    }

    /** Returns the blob itself, if it has bytes that are not those of its snapshot. */
    Optional<StoredBlob.Base> overwrittenBase() {
        StoredBlob.Base base = stored.base();
        Optional<StoredBlob.Snapshot> snapshot = stored.snapshot(recorded.snapshot());
        if (base == null || snapshot.isEmpty() || base.size() == 0) {
            return Optional.empty();
        }
        boolean same = base.etag().equals(recorded.etag())
                || base.etag().equals(snapshot.get().etag())
                // listed to the second
                || base.writtenAt().isBefore(snapshot.get().takenAt().truncatedTo(ChronoUnit.SECONDS));
        return same ? Optional.empty() : Optional.of(base);
    }

    Optional<Finding> overwritten() {
        return overwrittenBase()
                .map(base -> Finding.of(
                        Finding.Kind.OVERWRITTEN, Finding.version(stored.name()), "by " + base.size() + " bytes"));
    }

    Optional<Finding> olderThan(Instant time) {
        long count = snapshots().stream()
                .filter(snapshot -> snapshot.takenAt().isBefore(time))
                .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Finding.of(Finding.Kind.SPARE, Finding.version(stored.name()), count + " spare snapshots"));
    }

    /** An honest spare snapshot of an earlier release says what the record says. */
    List<Finding> forged() {
        return stored.claims().stream()
                .filter(claim -> !claim.facts().snapshot().equals(recorded.snapshot()) && !isHonest(claim))
                .map(claim -> Finding.of(
                        Finding.Kind.FORGED,
                        Finding.version(stored.name()),
                        "snapshot " + claim.facts().snapshot() + " claims the path '"
                                + claim.description().path() + "' and the author "
                                + claim.description().createdBy().id()))
                .toList();
    }

    private boolean isHonest(DescribedVersion claim) {
        VersionDescription says = claim.description();
        return new Differences()
                        .time("created_at", says.createdAt(), record.createdAt())
                        .user("created_by", says.createdBy(), record.createdBy())
                        .isEmpty()
                && paths().anyMatch(says.path()::equals);
    }

    /** The file may have been restored to another path since. */
    private Stream<FilePath> paths() {
        Stream<DescribedVersion> own = stored.claims().stream()
                .filter(claim -> claim.facts().snapshot().equals(recorded.snapshot()));
        return Stream.concat(Stream.ofNullable(stored.described()), own)
                .map(says -> says.description().path());
    }
}
