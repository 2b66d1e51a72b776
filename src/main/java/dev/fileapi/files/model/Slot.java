package dev.fileapi.files.model;

import java.util.HexFormat;

/**
 * The place a file occupies in its workspace, unique there: a live file that of its path, a deleted one a place of its own. So
 * a path has at most one live file, and is free the moment its file is deleted.
 */
public record Slot(String value) {

    /** A hash of the path, because a path may be longer than an index takes. */
    public static Slot of(FilePath path) {
        return new Slot("path-" + HexFormat.of().formatHex(Sha256.of(path.value())));
    }

    public static Slot ofDeleted(FileId fileId) {
        return new Slot("deleted-" + fileId);
    }

    @Override
    public String toString() {
        return value;
    }
}
