package dev.fileapi.cli.sync;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the SHA-256 of the files of a folder from one run to the next, so that a file is read again only when its size, time or inode is another one.
 *
 * <p>A text file with a line for each file in the order of {@link PathOrder}, in which it is asked: read along with the folder and written anew, so
 * that little of it is in memory. What a run that was killed has written is used too. A file that changed less than two seconds before is not kept,
 * since it may change again within the same tick of the file system's clock.
 */
final class HashCache implements Hashes, AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int LINES_TO_FLUSH = 1_000;

    private final Path file;
    private final Path written;
    private final BufferedReader reader;
    private final BufferedWriter writer;
    private @Nullable HashLine next;
    private @Nullable HashLine last;
    private int lines;

    /** Opens a cache, which is made when there is none. The caller sees to it that no other run uses it. */
    HashCache(Path file) throws IOException {
        this.file = file;
        this.written = Checkpoint.sibling(file, ".new");
        recover();
        reader = Files.newBufferedReader(file);
        writer = Files.newBufferedWriter(written);
        next = HashLine.read(reader);
    }

    @Override
    public String sha256(LocalItem item) throws IOException {
        if (last != null && last.isOf(item)) {
            return last.sha256();
        }
        while (next != null && PathOrder.INSTANCE.compare(next.path(), item.path()) < 0) {
            next = HashLine.read(reader);
        }
        last = next != null && next.isOf(item) ? next : HashLine.of(item, READING.sha256(item));
        if (item.modifiedAt().isBefore(Instant.now().minus(TICK))) {
            write(last);
        }
        return last.sha256();
    }

    /** Makes what was written what the next run reads. */
    @Override
    public void close() throws IOException {
        writer.close();
        reader.close();
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(HashLine line) throws IOException {
        writer.write(line.text());
        lines++;
        if (lines % LINES_TO_FLUSH == 0) {
            writer.flush();
        }
    }

    /** Puts what a killed run has written before what the run before it has of the paths after that. */
    private void recover() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        if (!Files.exists(written)) {
            return;
        }
        Path merged = Checkpoint.sibling(file, ".merged");
        try (BufferedReader newer = Files.newBufferedReader(written);
                BufferedReader older = Files.newBufferedReader(file);
                BufferedWriter both = Files.newBufferedWriter(merged)) {
            String end = "";
            for (HashLine line = HashLine.read(newer); line != null; line = HashLine.read(newer)) {
                both.write(line.text());
                end = line.path();
            }
            for (HashLine line = HashLine.read(older); line != null; line = HashLine.read(older)) {
                if (PathOrder.INSTANCE.compare(line.path(), end) > 0) {
                    both.write(line.text());
                }
            }
        }
        Files.move(merged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
