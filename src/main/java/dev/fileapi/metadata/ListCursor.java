package dev.fileapi.metadata;

import dev.fileapi.files.model.CommittedVersion;
import dev.fileapi.files.model.Deletion;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.FileFilter;
import dev.fileapi.files.store.FileOrder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A file's or a folder's place in a listing, as the text of a cursor states it. It refers to no record, so it is valid even when that
 * file is gone.
 *
 * @param times in microseconds since 1970, one for each criterion of the listing's order
 */
public record ListCursor(List<Long> times, UUID fileId, String path) {

    private static final int FINGERPRINT_LENGTH = 8;
    private static final UUID NO_FILE = new UUID(0, 0);

    public ListCursor {
        times = List.copyOf(times);
    }

    /** Returns a file's place. */
    public static ListCursor at(FileRecord file, List<FileOrder> order) {
        List<Long> times = order.stream()
                .map(criterion -> StoredTimes.microseconds(time(file, criterion.field())))
                .toList();
        return new ListCursor(times, file.id().value(), file.path().value());
    }

    /**
     * Returns a folder's place.
     *
     * @param folder a path with a trailing slash
     */
    public static ListCursor at(String folder, List<FileOrder> order) {
        return new ListCursor(Collections.nCopies(order.size(), 0L), NO_FILE, folder);
    }

    /** Returns whether it is a folder's place, not a file's. */
    public boolean isFolder() {
        return path.endsWith("/");
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

    private static Instant time(FileRecord file, FileOrder.Field field) {
        return switch (field) {
            case CREATED_AT -> file.createdAt();
            case MODIFIED_AT -> {
                CommittedVersion latest = Objects.requireNonNull(file.latest(), "a listed file has a version");
                yield latest.createdAt();
            }
            case DELETED_AT -> {
                Deletion deletion = Objects.requireNonNull(file.deletion(), "only deleted files are ordered by it");
                yield deletion.at();
            }
        };
    }

    /** Distinguishes listings. It is not a secret: a forged cursor shows nothing that its holder may not list anyway. */
    private static byte[] fingerprint(String listing) {
        return Arrays.copyOf(Sha256.of(listing), FINGERPRINT_LENGTH);
    }

    private static InvalidCursorException invalid() {
        return new InvalidCursorException("The cursor is not one that this list gave out: begin with an empty one.");
    }
}
