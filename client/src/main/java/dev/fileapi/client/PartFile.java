package dev.fileapi.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A download that is not complete: a file beside the target with the bytes, and one more with which parts of them are there.
 *
 * <p>The second is written after the first. If the machine loses power, it may tell of bytes that were not kept; the checksum finds that.
 */
final class PartFile implements AutoCloseable {

    private static final int NAME_BYTES = 8;

    private final Path path;
    private final Path ranges;
    private final FileChannel channel;
    private final String version;
    private boolean isGone;
    private final Set<Long> done = new HashSet<>();

    private PartFile(Path path, FileChannel channel, String version) {
        this.path = path;
        this.ranges = path.resolveSibling(path.getFileName() + ".ranges");
        this.channel = channel;
        this.version = version;
    }

    /**
     * Opens what an earlier download of the same version has left, or begins.
     *
     * @throws IOException also when another download to the same target is at work
     */
    static PartFile open(Path target, StoredFile file, long partBytes) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || absolute.getFileName() == null) {
            throw new IOException("target: must be a file");
        }
        Files.createDirectories(folder);
        Path path =
                folder.resolve(".fileapi-" + shortened(absolute.getFileName().toString()) + ".part");
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        String version = String.join(
                " ", file.fileId().toString(), file.versionId(), file.etag(), file.size() + "", partBytes + "");
        PartFile part = new PartFile(path, channel, version);
        try {
            part.lock(target);
            part.resume();
            return part;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Tells whether a part was there before. */
    boolean has(BlockPlan.Part part) throws IOException {
        return done.contains(part.position()) && channel.size() >= part.position() + part.length();
    }

    /** Remembers that a part is there. */
    synchronized void add(BlockPlan.Part part) throws IOException {
        String line = part.position() + "\n";
        if (done.isEmpty()) {
            line = version + "\n" + line;
        }
        done.add(part.position());
        Files.writeString(ranges, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Makes it the target, at once. */
    void moveTo(Path target, @Nullable FileTime time) throws IOException {
        if (time != null) {
            Files.setLastModifiedTime(path, time);
        }
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(ranges);
        isGone = true;
    }

    /** Removes it, since its bytes are wrong. */
    void discard() throws IOException {
        Files.deleteIfExists(ranges);
        Files.deleteIfExists(path);
        isGone = true;
    }

    /** Leaves what can be resumed, and nothing else. */
    @Override
    public void close() throws IOException {
        if (!isGone && !Files.exists(ranges)) {
            Files.deleteIfExists(path);
        }
        channel.close();
    }

    private void lock(Path target) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // by this process
        }
        throw new IOException(target + ": another download to it is at work");
    }

    private void resume() throws IOException {
        if (Files.exists(ranges)) {
            List<String> lines = Files.readAllLines(ranges);
            if (!lines.isEmpty() && lines.get(0).equals(version)) {
                lines.stream()
                        .skip(1)
                        .filter(line -> line.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .forEach(done::add);
                return;
            }
            Files.delete(ranges);
        }
        channel.truncate(0);
    }

    /** Names of any length become names that every file system takes. */
    private static String shortened(String name) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
