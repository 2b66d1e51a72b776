package dev.fileapi.http.wire;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Makes the ETags of files as they are shown, of everything but the download link: its version, name and folder, its deletion, all its
 * versions when they are shown. They are weak, since the link differs each time; what {@code If-Match} takes is the version's own ETag.
 */
@Singleton
public final class EntityTags {

    private static final int LENGTH = 16;
    private static final URI NO_LINK = URI.create("");

    private final JsonMapper json;

    EntityTags(JsonMapper json) {
        this.json = json;
    }

    public String of(DownloadFileResponse file) {
        MessageDigest digest = sha256();
        try (OutputStream shown = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            json.writeValue(shown, file.withDownload(NO_LINK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] hash = Arrays.copyOf(digest.digest(), LENGTH);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256 (MessageDigest)", e);
        }
    }
}
