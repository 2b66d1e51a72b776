package dev.fileapi.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that keeps how far a rebuild got. */
record Checkpoint(Path file) {

    /** @throws UsageException when there is none */
    String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException("There is no checkpoint " + file + " to resume from");
        }
    }

    /** @param continuation null when all is done */
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
