package dev.fileapi.cli.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run leaves for the next one with the same folder: the SHA-256 of its files, and what was sent. One run at a time has it. */
final class Checkpoint implements AutoCloseable {

    private final FileChannel lock;
    private final HashCache hashes;
    private final SentLog sent;

    private Checkpoint(Path file, FileChannel lock) throws IOException {
        this.lock = lock;
        this.hashes = new HashCache(file);
        this.sent = new SentLog(sibling(file, ".sent"));
    }

    /**
     * Opens a checkpoint, which is made when there is none.
     *
     * @return empty when it cannot be used, or another run uses it
     */
    static Optional<Checkpoint> open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel =
                    FileChannel.open(sibling(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Checkpoint(file, channel));
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    Hashes hashes() {
        return hashes;
    }

    SentUploads sent() {
        return sent;
    }

    @Override
    public void close() {
        try (lock) {
            sent.close();
            hashes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
