package dev.fileapi.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The folder that keeps everything of one local host. Only one can have it open. */
public final class DataFolder implements AutoCloseable {

    private static final String BLOBS = "azurite";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the folder, which is created when it does not exist.
     *
     * @throws StartException when another local host has it open, or it cannot be created
     */
    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartException("The data folder " + path
                        + " is in use by another local host: stop it, or choose another folder with --data");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartException("The data folder " + path + " cannot be used: " + reason(e), e);
        }
    }

    /**
     * Opens the folder of a service that has run before.
     *
     * @throws StartException when there is no such folder, or another local host has it open
     */
    static DataFolder openExisting(Path path) {
        if (!Files.isDirectory(path.resolve(BLOBS))) {
            throw missing(path, null);
        }
        return open(path);
    }

    /**
     * Returns the issuer of tokens for the service that runs with this folder, or has run before.
     *
     * @throws StartException when there is no such folder, or its key cannot be read
     */
    public static LocalIssuer issuerIn(Path path, Clock clock) {
        try {
            return LocalIssuer.existing(path, clock);
        } catch (NoSuchFileException e) {
            throw missing(path, e);
        } catch (IOException e) {
            throw new StartException("The signing key in " + path + " cannot be read: " + reason(e), e);
        }
    }

    /** Where blobs are. */
    Path blobs() {
        return path.resolve(BLOBS);
    }

    /** Where the metadata of this kind of store are. */
    Path store(String kind) {
        return path.resolve(kind);
    }

    /** Where the signing key is. */
    public Path key() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static StartException missing(Path path, @Nullable Exception cause) {
        return new StartException(
                "There is no data folder " + path
                        + ": start the service once with ./fileapi run, or give its folder with --data DIR",
                cause);
    }

    /** Why a file cannot be used, without the name of an exception's class. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it is not a folder";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? "input or output failed" : reason;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
