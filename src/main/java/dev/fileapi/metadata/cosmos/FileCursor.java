package dev.fileapi.metadata.cosmos;

import dev.fileapi.files.InvalidCursorException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A place in a listing: that of a file, which may be gone by now.
 *
 * @param times one for each criterion of the listing's order, as stored
 */
record FileCursor(List<Long> times, String path, String id) {

    private static final int FINGERPRINT_LENGTH = 8;

    static FileCursor at(FileDocument file, Listing listing) {
        return new FileCursor(
                listing.order().stream()
                        .map(criterion -> Listing.time(file, criterion.field()))
                        .toList(),
                file.path(),
                file.id());
    }

    /** Reads what {@link #text} wrote for the same listing, or throws {@link InvalidCursorException}. */
    static FileCursor parse(String text, Listing listing) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            byte[] fingerprint = new byte[FINGERPRINT_LENGTH];
            bytes.get(fingerprint);
            if (!Arrays.equals(fingerprint, fingerprint(listing))) {
                throw invalid();
            }
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < listing.order().size(); i++) {
                times.add(bytes.getLong());
            }
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            return new FileCursor(times, StandardCharsets.UTF_8.decode(bytes).toString(), id.toString());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid();
        }
    }

    String text(Listing listing) {
        byte[] pathBytes = path.getBytes(StandardCharsets.UTF_8);
        byte[] text = new byte[FINGERPRINT_LENGTH + Long.BYTES * (times.size() + 2) + pathBytes.length];
        ByteBuffer bytes = ByteBuffer.wrap(text).put(fingerprint(listing));
        times.forEach(bytes::putLong);
        UUID uuid = UUID.fromString(id);
        bytes.putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .put(pathBytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Tells listings apart. No secret: a forged cursor shows nothing that its holder may not list anyway. */
    private static byte[] fingerprint(Listing listing) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(listing.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, FINGERPRINT_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256 (MessageDigest)", e);
        }
    }

    private static InvalidCursorException invalid() {
        return new InvalidCursorException("The cursor is not one that this list gave out: begin with an empty one.");
    }
}
