package dev.fileapi.files.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a version that are still to be read, to compute its checksums.
 *
 * @param dueAt when they are to be read on
 * @param offset how many bytes have been read
 * @param state of the running computation after them, in base64; null at the beginning
 */
public record VerificationTask(
        Instant dueAt, long offset, @Nullable String state) {

    /** Returns the task of reading all bytes. */
    public static VerificationTask fromBeginning(Instant dueAt) {
        return new VerificationTask(dueAt, 0, null);
    }
}
