package dev.fileapi.files.model;

import java.util.UUID;

/** Identifies a file through new versions, deletion and restoring; never reused. */
public record FileId(UUID value) implements FileRef {

    public static FileId random() {
        return new FileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
