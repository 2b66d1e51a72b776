package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.BlobInfo;
import io.micronaut.data.annotation.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A committed blob, in five columns of a row; all are null when there is none. */
@Embeddable
record BlobColumns(
        @Nullable Long size,
        @Nullable String etag,
        @Nullable String snapshot,
        @Nullable String contentMd5,
        @Nullable String contentType) {

    private static final BlobColumns NONE = new BlobColumns(null, null, null, null, null);

    static BlobColumns of(@Nullable BlobInfo blob) {
        return blob == null
                ? NONE
                : new BlobColumns(blob.size(), blob.etag(), blob.snapshot(), blob.contentMd5(), blob.contentType());
    }

    @Nullable
    BlobInfo blob() {
        return size == null
                ? null
                : new BlobInfo(
                        size, Objects.requireNonNull(etag), Objects.requireNonNull(snapshot), contentMd5, contentType);
    }
}
