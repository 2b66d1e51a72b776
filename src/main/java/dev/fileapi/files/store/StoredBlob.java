package dev.fileapi.files.store;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.VersionDescription;
import java.time.Instant;
import java.util.List;

/** Something in blob storage. */
public sealed interface StoredBlob {

    /**
     * The committed blob of a version with all its snapshots.
     *
     * @param seals the snapshots that describe their version, oldest first; empty for a blob that was never sealed
     * @param superseded whether a snapshot says that the version never became the latest
     * @param writtenAt when its bytes, or metadata, were last written
     */
    record Version(BlobName name, List<Seal> seals, boolean superseded, Instant writtenAt) implements StoredBlob {

        public Version {
            seals = List.copyOf(seals);
        }
    }

    /** The marker of a file. */
    record Marker(FileMarker marker) implements StoredBlob {}

    /** A blob that is not one of ours, or cannot be read as one. */
    record Unknown(String name, Instant writtenAt) implements StoredBlob {}

    /** A snapshot that holds a version's bytes, and what it says of the version. */
    record Seal(BlobInfo facts, VersionDescription description) {}
}
