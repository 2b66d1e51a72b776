package dev.fileapi.cli.sync;

import dev.fileapi.client.Checksums;
import dev.fileapi.client.StoredFile;
import dev.fileapi.client.User;
import dev.fileapi.client.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Files of both sides whose SHA-256 is their content. */
final class TestItems {

    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final Path FOLDER = Path.of("folder");
    private static final User USER = new User(new UUID(0, 1), null, null);

    private TestItems() {}

    static LocalItem local(String path, String content) {
        return local(path, content, TIME);
    }

    static LocalItem local(String path, String content, Instant time) {
        return new LocalItem(path, LocalItem.Kind.FILE, FOLDER.resolve(content), content.length(), time, "", "");
    }

    static RemoteItem remote(String path, String content) {
        int slash = path.lastIndexOf('/') + 1;
        StoredFile file = new StoredFile(
                path.substring(slash),
                "/" + path.substring(0, slash),
                UUID.nameUUIDFromBytes(path.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "1",
                content.length(),
                "\"1\"",
                TIME,
                USER,
                TIME,
                USER,
                null,
                null,
                new Checksums(content, null, null),
                Verification.VERIFIED,
                "text/plain",
                TIME,
                Map.of(),
                Map.of());
        return new RemoteItem(path, file);
    }

    /** Tells the content, as which {@link #local} has it. */
    static String content(LocalItem item) {
        return String.valueOf(item.file().getFileName());
    }
}
