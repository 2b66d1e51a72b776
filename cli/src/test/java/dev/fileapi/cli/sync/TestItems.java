package dev.fileapi.cli.sync;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Files of both sides whose SHA-256 is their content. */
final class TestItems {

    static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private static final Path FOLDER = Path.of("folder");

    private TestItems() {}

    static LocalItem local(String path, String content) {
        return local(path, content, TIME);
    }

    static LocalItem local(String path, String content, Instant time) {
        return new LocalItem(path, LocalItem.Kind.FILE, FOLDER.resolve(content), content.length(), time, "", "");
    }

    static RemoteItem remote(String path, String content) {
        UUID file = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
        return new RemoteItem(path, file, "1", "\"1\"", content.length(), content, TIME);
    }

    /** Tells the content, as which {@link #local} has it. */
    static String content(LocalItem item) {
        return String.valueOf(item.file().getFileName());
    }
}
