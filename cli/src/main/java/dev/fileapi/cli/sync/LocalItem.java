package dev.fileapi.cli.sync;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;

/**
 * What a folder of this machine has: a file, or something else in its place.
 *
 * @param path below the folder, in NFC, separated by slashes; that of a folder that could not be read ends in a slash
 * @param kind what it is
 * @param file where it is
 * @param size in bytes
 * @param modifiedAt when its bytes were last changed
 * @param inode which file it is, as the file system tells; empty when it does not
 * @param reason why it is not sent; empty for a file
 */
record LocalItem(String path, Kind kind, Path file, long size, Instant modifiedAt, String inode, String reason) {

    /** What there may be in a folder. */
    enum Kind {
        FILE,
        /** A link or a device: left as it is, and not a failure. */
        SKIPPED,
        /** A failure: its bytes or its name cannot be read. */
        UNREADABLE
    }

    static LocalItem file(String path, Path file, BasicFileAttributes attributes) {
        return new LocalItem(
                path,
                Kind.FILE,
                file,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                Objects.toString(attributes.fileKey(), ""),
                "");
    }

    static LocalItem skipped(String path, Path file, String reason) {
        return new LocalItem(path, Kind.SKIPPED, file, 0, Instant.EPOCH, "", reason);
    }

    static LocalItem unreadable(String path, Path file, String reason) {
        return new LocalItem(path, Kind.UNREADABLE, file, 0, Instant.EPOCH, "", reason);
    }

    /** Tells whether the file still is as it was when the folder was read. */
    boolean isSame(BasicFileAttributes now) {
        return equals(file(path, file, now));
    }
}
