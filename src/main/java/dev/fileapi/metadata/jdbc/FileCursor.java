package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.CommittedVersion;
import dev.fileapi.files.Deletion;
import dev.fileapi.files.FileId;
import dev.fileapi.files.FileOrder;
import dev.fileapi.files.FileRecord;
import dev.fileapi.files.InvalidCursorException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Where in a listing a page ended: the last file's place in the order. It names no row, so it holds even when that file is gone.
 *
 * @param times one for each criterion of the listing's order
 */
record FileCursor(List<Instant> times, String path, FileId id) {

    private static final int FINGERPRINT_LENGTH = 8;

    static FileCursor at(FileRecord file, Listing listing) {
        List<Instant> times = listing.order().stream()
                .map(criterion -> time(file, criterion.field()))
                .toList();
        return new FileCursor(times, file.path().value(), file.id());
    }

    /** @throws InvalidCursorException when {@code text} is not a cursor of this very listing */
    static FileCursor parse(String text, Listing listing) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            byte[] fingerprint = new byte[FINGERPRINT_LENGTH];
            bytes.get(fingerprint);
            if (!Arrays.equals(fingerprint, fingerprint(listing))) {
                throw invalid();
            }
            List<Instant> times = new ArrayList<>();
            for (int i = 0; i < listing.order().size(); i++) {
                times.add(Times.withinRange(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS)));
            }
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            return new FileCursor(times, StandardCharsets.UTF_8.decode(bytes).toString(), new FileId(id));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid();
        }
    }

    String text(Listing listing) {
        byte[] pathBytes = path.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(FINGERPRINT_LENGTH + Long.BYTES * times.size() + 2 * Long.BYTES + pathBytes.length);
        bytes.put(fingerprint(listing));
        times.forEach(time -> bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, time)));
        bytes.putLong(id.value().getMostSignificantBits());
        bytes.putLong(id.value().getLeastSignificantBits());
        bytes.put(pathBytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
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
