package dev.fileapi.metadata;

import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A file's place in a listing, as the text of a cursor states it. It refers to no record, so it is valid even when that file is gone.
 *
 * @param times in microseconds since 1970, one for each criterion of the listing's order
 */
public record ListCursor(List<Long> times, UUID fileId, String path) {

    private static final int FINGERPRINT_LENGTH = 8;

    public ListCursor {
        times = List.copyOf(times);
    }

    /** Names a listing, the same in every release: cursors given out before must stay valid. */
    public static String listing(Workspace workspace, FileFilter filter, List<FileOrder> order) {
        return "Listing[workspace=" + workspace + ", filter=" + filter + ", order=" + order + "]";
    }

    /**
     * Reads what {@link #text} wrote for the same listing.
     *
     * @param listing as {@link #listing} names it
     * @param times how many criteria its order has
     * @throws InvalidCursorException when it is not a cursor of this listing
     */
    public static ListCursor parse(String text, String listing, int times) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            byte[] fingerprint = new byte[FINGERPRINT_LENGTH];
            bytes.get(fingerprint);
            if (!Arrays.equals(fingerprint, fingerprint(listing))) {
                throw invalid();
            }
            List<Long> read = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                read.add(bytes.getLong());
            }
            UUID fileId = new UUID(bytes.getLong(), bytes.getLong());
            return new ListCursor(
                    read, fileId, StandardCharsets.UTF_8.decode(bytes).toString());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid();
        }
    }

    /** Returns the cursor as clients receive it, valid for this listing only. */
    public String text(String listing) {
        byte[] pathBytes = path.getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[FINGERPRINT_LENGTH + Long.BYTES * (times.size() + 2) + pathBytes.length];
        ByteBuffer bytes = ByteBuffer.wrap(text).put(fingerprint(listing));
        times.forEach(bytes::putLong);
        bytes.putLong(fileId.getMostSignificantBits())
                .putLong(fileId.getLeastSignificantBits())
                .put(pathBytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Distinguishes listings. It is not a secret: a forged cursor shows nothing that its holder may not list anyway. */
    private static byte[] fingerprint(String listing) {
        return Arrays.copyOf(Sha256.of(listing), FINGERPRINT_LENGTH);
    }

    private static InvalidCursorException invalid() {
        return new InvalidCursorException("The cursor is not one that this list gave out: begin with an empty one.");
    }
}
