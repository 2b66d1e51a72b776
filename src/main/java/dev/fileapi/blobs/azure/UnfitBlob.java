package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.models.BlobType;
import com.azure.storage.blob.models.CopyStatusType;
import dev.fileapi.files.model.RejectionReason;
import org.jspecify.annotations.Nullable;

/** Tells by what the service says of a blob that it can never be a version. */
final class UnfitBlob {

    private UnfitBlob() {}

    /** Returns why; null for a blob that can be one. */
    static @Nullable RejectionReason reason(CommittedBlob committed) {
        if (committed.type() != BlobType.BLOCK_BLOB) {
            return RejectionReason.NOT_A_BLOCK_BLOB;
        }
        CopyStatusType copy = committed.copy();
        if (copy == CopyStatusType.FAILED || copy == CopyStatusType.ABORTED) {
            return RejectionReason.COPY_FAILED;
        }
        return AccessTier.ARCHIVE.equals(committed.tier()) ? RejectionReason.ARCHIVED : null;
    }
}
