package dev.fileapi.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that keeps how far a rebuild has come. */
record Checkpoint(Path file) {

    /** Returns the continuation to resume from; empty when there is none. */
    Optional<String> read() {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @param continuation null when the rebuild is complete */
    void write(@Nullable String continuation) {
        try {
            if (continuation == null) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, continuation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint " + file + " cannot be written", e);
        }
    }
}
