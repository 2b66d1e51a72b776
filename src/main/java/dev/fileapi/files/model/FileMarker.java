package dev.fileapi.files.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a file beside its blobs once it has been deleted, restored or moved, since its versions cannot tell. Names and addresses
 * of users are {@linkplain User#truncatedForMetadata() shortened}.
 *
 * @param deletion null for a file that was restored or moved
 */
public record FileMarker(
        Workspace workspace,
        FileId fileId,
        FilePath path,
        Instant createdAt,
        User createdBy,
        @Nullable Deletion deletion) {

    /** Stands in the marker's blob name where a version's blob has its id; sorts after all of them. */
    public static final String BLOB_NAME = "mark";

    public FileMarker {
        createdBy = createdBy.truncatedForMetadata();
        deletion = deletion == null
                ? null
                : new Deletion(deletion.at(), deletion.by().truncatedForMetadata());
    }

    public static FileMarker of(FileRecord file) {
        return new FileMarker(
                file.workspace(), file.id(), file.path(), file.createdAt(), file.createdBy(), file.deletion());
    }

    /**
     * A marker as it is stored.
     *
     * @param etag names this state of it, opaque here
     */
    public record Stored(FileMarker marker, String etag) {}
}
