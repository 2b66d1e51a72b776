package dev.fileapi.cli.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Tells the SHA-256 of files of this machine. */
interface Hashes {

    /** Reads each file. */
    Hashes READING = Hashes::read;

    /**
     * Returns a file's SHA-256 in base64.
     *
     * @throws IOException when it cannot be read
     */
    String sha256(LocalItem item) throws IOException;

    private static String read(LocalItem item) throws IOException {
        int bufferBytes = 256 * 1024;
        try (InputStream in = Files.newInputStream(item.file())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[(int) Math.min(bufferBytes, item.size() + 1)];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            LocalContent.checkUnchanged(item);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
