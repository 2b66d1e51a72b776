package dev.fileapi.metadata;

import dev.fileapi.files.model.CaseFolding;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.files.model.Sha256;
import dev.fileapi.files.store.FileOrder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * A file's or a folder's place in a listing, as the text of a cursor states it. It refers to no record, so it is valid even when that
 * file is gone.
 *
 * @param values one for each criterion of the listing's order
 */
public record ListCursor(List<OrderValue> values, UUID fileId, String path) {

    private static final int FINGERPRINT_LENGTH = 8;
    private static final UUID NO_FILE = new UUID(0, 0);

    public ListCursor {
        values = List.copyOf(values);
    }

    /** Returns a file's place. */
    public static ListCursor at(FileRecord file, List<FileOrder> order) {
        List<OrderValue> values = order.stream()
                .map(criterion -> OrderValue.of(file, criterion.field()))
                .toList();
        return new ListCursor(values, file.id().value(), file.path().value());
    }

    /**
     * Returns a folder's place.
     *
     * @param folder a path with a trailing slash
     */
    public static ListCursor at(String folder, List<FileOrder> order) {
        return new ListCursor(Collections.nCopies(order.size(), OrderValue.NONE), NO_FILE, folder);
    }

    /** Returns whether it is a folder's place, not a file's. */
    public boolean isFolder() {
        return path.endsWith("/");
    }

    /**
     * Reads what {@link #text} wrote for the same listing.
     *
     * @param listing its {@link ListingName}
     * @throws InvalidCursorException when it is not a cursor of this listing
     */
    public static ListCursor parse(String text, String listing, List<FileOrder> order) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (!Arrays.equals(next(bytes, FINGERPRINT_LENGTH), fingerprint(listing))) {
                throw invalid();
            }
            List<OrderValue> values = new ArrayList<>();
            for (FileOrder criterion : order) {
                long number = bytes.getLong();
                values.add(
                        criterion.field() == FileOrder.Field.NAME
                                ? OrderValue.name(utf8(next(bytes, number)))
                                : OrderValue.number(number));
            }
            UUID fileId = new UUID(bytes.getLong(), bytes.getLong());
            String path = utf8(next(bytes, bytes.remaining()));
            for (int i = 0; i < values.size(); i++) {
                if (order.get(i).field() == FileOrder.Field.NAME
                        && values.get(i).name().isEmpty()) {
                    values.set(i, OrderValue.name(nameIn(path)));
                }
            }
            return new ListCursor(values, fileId, path);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw invalid();
        }
    }

    /** Returns the cursor as clients receive it, valid for this listing only. */
    public String text(String listing) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(fingerprint(listing));
        for (OrderValue value : values) {
            // A name that the path tells is left out: URLs have limits.
            byte[] name = value.name().equals(nameIn(path)) ? new byte[0] : utf8(value.name());
            parts.add(number(value.number() + name.length));
            parts.add(name);
        }
        parts.add(number(fileId.getMostSignificantBits()));
        parts.add(number(fileId.getLeastSignificantBits()));
        parts.add(utf8(path));
        ByteBuffer text =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(text::put);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.array());
    }

    private static String nameIn(String path) {
        return CaseFolding.fold(path.substring(path.lastIndexOf('/') + 1));
    }

    private static byte[] next(ByteBuffer bytes, long count) {
        if (count < 0 || count > bytes.remaining()) {
            throw invalid();
        }
        byte[] next = new byte[(int) count];
        bytes.get(next);
        return next;
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Distinguishes listings. It is not a secret: a forged cursor shows nothing that its holder may not list anyway. */
    private static byte[] fingerprint(String listing) {
        return Arrays.copyOf(Sha256.of(listing), FINGERPRINT_LENGTH);
    }

    private static InvalidCursorException invalid() {
        return new InvalidCursorException("The cursor is not one that this list gave out: begin with an empty one.");
    }
}
