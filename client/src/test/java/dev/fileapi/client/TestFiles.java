package dev.fileapi.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** What tests upload, and where to. */
final class TestFiles {

    private TestFiles() {}

    /** Returns a path that no other test uses. */
    static String path(String name) {
        return UUID.randomUUID() + "/" + name;
    }

    /** Makes a file of random bytes. */
    static Path random(Path folder, String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random().nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    /** Returns the names of what is in a folder. */
    static String[] names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }
}
