package dev.fileapi.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs packages of npm that the project's lock files pin, once. */
public final class NodePackages {

    private static final Logger LOG = LoggerFactory.getLogger(NodePackages.class);

    private NodePackages() {}

    /**
     * Where they are installed, beside what else is in their folder; installs them when they are not, or when others are pinned by
     * now.
     *
     * @param pinned the folder of the lock file, below the project's
     * @throws IOException when npm is missing or fails
     */
    public static synchronized Path ensure(Path project, String pinned) throws IOException, InterruptedException {
        Path source = project.resolve(pinned);
        Path installation = Files.createDirectories(project.resolve("target").resolve(source.getFileName()));
        Path stamp = installation.resolve("installed");
        try (FileChannel channel = FileChannel.open(
                        installation.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String wanted = sha256(source.resolve("package-lock.json"));
            if (lock.isValid()
                    && (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted))) {
                copy(source, installation);
                LOG.info("installing from npm: folder={}", installation);
                npmInstall(installation);
                Files.writeString(stamp, wanted);
            }
        }
        return installation;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void npmInstall(Path directory) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path output = directory.resolve("npm.log");
        Process npm = new ProcessBuilder(
                        windows ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (npm.waitFor() != 0) {
            throw new IOException("'npm ci' failed in " + directory + ":\n" + Files.readString(output));
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
