package dev.fileapi.blobs.azure;

import static dev.fileapi.blobs.azure.MetadataText.required;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.User;
import dev.fileapi.files.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The blob that holds the marker of one file: no bytes, all in its metadata. Its methods throw what the client throws. */
final class MarkerBlob {

    private static final String PATH = SnapshotMetadata.PREFIX + "path";
    private static final String CREATED_AT = SnapshotMetadata.PREFIX + "created_at";
    private static final String CREATED_BY = SnapshotMetadata.PREFIX + "created_by";
    private static final String DELETED_AT = SnapshotMetadata.PREFIX + "deleted_at";
    private static final String DELETED_BY = SnapshotMetadata.PREFIX + "deleted_by";

    private static final Set<BlobErrorCode> OUTDATED =
            Set.of(BlobErrorCode.CONDITION_NOT_MET, BlobErrorCode.BLOB_ALREADY_EXISTS, BlobErrorCode.BLOB_NOT_FOUND);

    private final BlockBlobClient blob;
    private final Duration timeout;

    /** @param timeout of each call */
    MarkerBlob(BlockBlobClient blob, Duration timeout) {
        this.blob = blob;
        this.timeout = timeout;
    }

    static String name(Workspace workspace, FileId fileId) {
        return workspace.organisationId() + "/" + workspace.workspaceId() + "/" + fileId + "/" + FileMarker.BLOB_NAME;
    }

    Optional<FileMarker.Stored> find(Workspace workspace, FileId fileId) {
        return RemoteCall.ifThere(() -> blob.getPropertiesWithResponse(null, timeout, Context.NONE)
                        .getValue())
                .map(found -> new FileMarker.Stored(marker(workspace, fileId, found.getMetadata()), found.getETag()));
    }

    /** Writes the marker in the place of the one with this ETag, or of none; false when that is not there. */
    boolean put(FileMarker marker, @Nullable String etag) {
        BlobRequestConditions conditions = etag == null
                ? new BlobRequestConditions().setIfNoneMatch("*")
                : new BlobRequestConditions().setIfMatch(etag);
        try {
            blob.uploadWithResponse(
                    new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(new byte[0]))
                            .setMetadata(metadata(marker))
                            .setRequestConditions(conditions),
                    timeout,
                    Context.NONE);
            return true;
        } catch (BlobStorageException e) {
            if (OUTDATED.contains(e.getErrorCode())) {
                return false;
            }
            throw e;
        }
    }

    void remove() {
        RemoteCall.ifThere(() -> blob.deleteWithResponse(null, null, timeout, Context.NONE));
    }

    static Map<String, String> metadata(FileMarker marker) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(PATH, MetadataText.of(marker.path().value()));
        metadata.put(CREATED_AT, marker.createdAt().toString());
        metadata.put(CREATED_BY, MetadataText.of(marker.createdBy()));
        Deletion deletion = marker.deletion();
        if (deletion != null) {
            metadata.put(DELETED_AT, deletion.at().toString());
            metadata.put(DELETED_BY, MetadataText.of(deletion.by()));
        }
        return metadata;
    }

    /** @throws IllegalArgumentException when the metadata are not what {@link #metadata} writes */
    static FileMarker marker(Workspace workspace, FileId fileId, Map<String, String> metadata) {
        String path = MetadataText.text(required(metadata, PATH));
        Instant createdAt = MetadataText.time(required(metadata, CREATED_AT));
        User createdBy = MetadataText.user(required(metadata, CREATED_BY));
        Deletion deletion = metadata.containsKey(DELETED_AT)
                ? new Deletion(
                        MetadataText.time(required(metadata, DELETED_AT)),
                        MetadataText.user(required(metadata, DELETED_BY)))
                : null;
        return new FileMarker(workspace, fileId, new FilePath(String.valueOf(path)), createdAt, createdBy, deletion);
    }
}
