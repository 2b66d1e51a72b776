package dev.fileapi.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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

/** Installs the Azurite that the project's lock file pins, once. */
final class AzuriteInstallation {

    private static final Logger LOG = LoggerFactory.getLogger(AzuriteInstallation.class);

    private AzuriteInstallation() {}

    /**
     * Where Azurite is installed; installs it when it is not, or when another one is pinned by now.
     *
     * @throws IOException when npm is missing or fails
     */
    static synchronized Path ensure(Path project) throws IOException, InterruptedException {
        Path pinned = project.resolve("src/test/azurite");
        Path installation = Files.createDirectories(project.resolve("target/azurite"));
        Path stamp = installation.resolve("installed");
        try (FileChannel channel = FileChannel.open(
                        installation.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String wanted = sha256(pinned.resolve("package-lock.json"));
            if (lock.isValid()
                    && (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted))) {
                for (String file : new String[] {"package.json", "package-lock.json"}) {
                    Files.copy(pinned.resolve(file), installation.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
                LOG.info("installing Azurite: folder={}", installation);
                npmInstall(installation);
                Files.writeString(stamp, wanted);
            }
        }
        return installation;
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
            throw new IOException("Azurite could not be installed by 'npm ci':\n" + Files.readString(output));
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
