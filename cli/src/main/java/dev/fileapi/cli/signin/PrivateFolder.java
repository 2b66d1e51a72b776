package dev.fileapi.cli.signin;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A folder whose files only their owner may read, from the moment that they are made. On Windows a person's own folders are so by themselves. */
final class PrivateFolder {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    private final Path folder;
    private final boolean posix;

    PrivateFolder(Path folder) {
        this.folder = folder;
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /**
     * Returns what a file has.
     *
     * @throws CommandException when others may read it too
     */
    byte[] read(String name) throws IOException {
        Path file = path(name);
        if (posix && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new CommandException(
                    ExitStatus.ACCESS, "others can read " + file + ", which has secrets: chmod 600 " + file);
        }
        return Files.readAllBytes(file);
    }

    /** Replaces a file as a whole: another process reads either all of the one before, or all of this one. */
    void write(String name, byte[] bytes) throws IOException {
        make();
        Path whole = Files.createTempFile(folder, name, ".new", only("rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes));
                // a provider may take each refresh token once: one that is lost cannot be had again
                channel.force(true);
            }
            Files.move(whole, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * Does something when no other process or thread does anything with this lock.
     *
     * @throws CommandException when one does for very long
     */
    <T> T locked(String name, Supplier<T> action) throws IOException {
        make();
        Path file = path(name);
        // the lock ends with the channel
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), only("rw-------"))) {
            long end = System.nanoTime() + MAX_WAIT.toNanos();
            while (tried(channel) == null) {
                if (System.nanoTime() > end) {
                    throw new CommandException(ExitStatus.TRY_AGAIN, "another process has locked " + file);
                }
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
            return action.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitStatus.TRY_AGAIN, "interrupted");
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException lockedByThisProcess) {
            return null;
        }
    }

    private void make() throws IOException {
        Files.createDirectories(folder, only("rwx------"));
        if (posix && !OWNER.containsAll(Files.getPosixFilePermissions(folder))) {
            Files.setPosixFilePermissions(folder, OWNER);
        }
    }

    private FileAttribute<?>[] only(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
