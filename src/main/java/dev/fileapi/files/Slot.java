package dev.fileapi.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The place a file occupies in its workspace, unique there: a live file that of its path, a deleted one a place of its own. So
 * a path has at most one live file, and is free the moment its file is deleted.
 */
public record Slot(String value) {

    /** A hash of the path, because a path may be longer than an index takes. */
    public static Slot of(FilePath path) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(path.value().getBytes(StandardCharsets.UTF_8));
            return new Slot("path-" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256 (MessageDigest)", e);
        }
    }

    public static Slot ofDeleted(FileId fileId) {
        return new Slot("deleted-" + fileId);
    }

    @Override
    public String toString() {
        return value;
    }
}
