package dev.fileapi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of a test.
 *
 * @param folder where it is
 */
record Tree(Path folder) {

    private static final List<String> NAMES = List.of("a", "b", "a-b", "a0", "A", "\u00e9", "a b");
    private static final int FILES = 12;

    Tree write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Tree delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    /** Writes random files; a file that would be where a folder is, or the other way round, is left out. */
    void fill(Random random) throws IOException {
        for (int i = 0; i < FILES; i++) {
            StringBuilder path = new StringBuilder(name(random));
            for (int depth = random.nextInt(3); depth > 0; depth--) {
                path.append('/').append(name(random));
            }
            if (isFree(path.toString())) {
                write(path.toString(), "1".repeat(random.nextInt(3)));
            }
        }
    }

    /** Returns the text of each file by its path. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private boolean isFree(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (Files.isRegularFile(folder.resolve(path.substring(0, slash)))) {
                return false;
            }
        }
        return !Files.isDirectory(folder.resolve(path));
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
