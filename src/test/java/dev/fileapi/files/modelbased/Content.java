package dev.fileapi.files.modelbased;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a blob, with the ETag that their uploader was told.
 *
 * @param fit whether they can become a version
 */
record Content(String bytes, String etag, Fit fit) {

    /** The service reads what is not longer while it records the upload. */
    static final int MAX_INLINE_BYTES = 32;

    /** Whether bytes can become a version. */
    enum Fit {
        FIT,
        NOT_A_BLOCK_BLOB,
        /** They are not those of which a checksum was told. */
        NOT_AS_TOLD
    }

    Content(String bytes, String etag) {
        this(bytes, etag, Fit.FIT);
    }

    boolean isFit() {
        return fit == Fit.FIT;
    }

    boolean isReadAtOnce() {
        return bytes.length() <= MAX_INLINE_BYTES;
    }

    /** These bytes where others were told; null: nothing was. */
    Content whereTold(@Nullable String told) {
        boolean wrong = told != null && isFit() && isReadAtOnce() && !told.equals(bytes);
        return wrong ? new Content(bytes, etag, Fit.NOT_AS_TOLD) : this;
    }
}
