package dev.fileapi.files.model;

import java.util.UUID;

/** Identifies a file for ever: through new versions, deletion and restoring. */
public record FileId(UUID value) {

    public static FileId random() {
        return new FileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
