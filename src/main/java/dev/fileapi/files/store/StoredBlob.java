package dev.fileapi.files.store;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.FileMarker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something in blob storage. */
public sealed interface StoredBlob {

    /**
     * All that is stored of a version: its blob with the snapshots, and its description.
     *
     * @param described what the service wrote of it; null when there is nothing, or nothing that can be read
     * @param base null when the description is all that is left
     * @param snapshots oldest first
     * @param claims what snapshots say of the version, oldest first, as earlier releases wrote it; a holder of its upload link can write
     *     the same, so none of it is trusted
     * @param writtenAt when its bytes, metadata or description were last written
     */
    record Version(
            BlobName name,
            @Nullable DescribedVersion described,
            @Nullable Base base,
            List<Snapshot> snapshots,
            List<DescribedVersion> claims,
            Instant writtenAt)
            implements StoredBlob {

        public Version {
            snapshots = List.copyOf(snapshots);
            claims = List.copyOf(claims);
        }

        /** Returns the snapshot of that name; empty when it is not stored. */
        public Optional<Snapshot> snapshot(String id) {
            return snapshots.stream()
                    .filter(snapshot -> snapshot.id().equals(id))
                    .findFirst();
        }

        /** Returns what describes the version, if the bytes that it names are there. */
        public Optional<DescribedVersion> backed() {
            return Optional.ofNullable(described)
                    .filter(says -> snapshot(says.facts().snapshot()).isPresent());
        }

        /** Returns the same with this description. */
        public Version describedAs(DescribedVersion says) {
            return new Version(name, says, base, snapshots, claims, writtenAt);
        }
    }

    /**
     * What the blob of a version holds by now, beside the snapshots.
     *
     * @param etag quotes included
     * @param size in bytes
     */
    record Base(String etag, long size, Instant writtenAt) {}

    /**
     * A snapshot of a version's blob.
     *
     * @param id the time when it was taken
     * @param etag quotes included
     * @param archived whether it is in the archive tier, where nothing can be read
     */
    record Snapshot(String id, String etag, boolean archived) {

        public Instant takenAt() {
            return Instant.parse(id);
        }
    }

    /** The marker of a file. */
    record Marker(FileMarker marker) implements StoredBlob {}

    /** A blob that is not one of ours, or cannot be read as one. */
    record Unknown(String name, Instant writtenAt) implements StoredBlob {}
}
