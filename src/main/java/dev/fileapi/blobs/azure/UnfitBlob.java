package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobType;
import com.azure.storage.blob.models.CopyStatusType;
import dev.fileapi.files.model.RejectionReason;
import org.jspecify.annotations.Nullable;

/** Tells by a blob's properties that it can never be a version. */
final class UnfitBlob {

    private UnfitBlob() {}

    /** Returns why; null for a blob that can be one. */
    static @Nullable RejectionReason reason(BlobProperties committed) {
        if (committed.getBlobType() != BlobType.BLOCK_BLOB) {
            return RejectionReason.NOT_A_BLOCK_BLOB;
        }
        CopyStatusType copy = committed.getCopyStatus();
        if (copy == CopyStatusType.FAILED || copy == CopyStatusType.ABORTED) {
            return RejectionReason.COPY_FAILED;
        }
        return AccessTier.ARCHIVE.equals(committed.getAccessTier()) ? RejectionReason.ARCHIVED : null;
    }
}
