package dev.fileapi.cli.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Files of random bytes in a folder.
 *
 * @param name what tables call them
 * @param folder where they are, 1,000 in each folder in it
 * @param count how many
 * @param bytes how many each has
 */
record DataSet(String name, Path folder, int count, long bytes) {

    private static final int IN_A_FOLDER = 1_000;
    private static final int CHANGED_ONE_IN = 100;
    private static final int CHUNK = 1024 * 1024;
    private static final int CHANGED_BYTES = 16;

    void make() throws IOException {
        Random random = new Random(1);
        byte[] chunk = new byte[(int) Math.min(CHUNK, bytes)];
        for (String file : all()) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            try (OutputStream out = Files.newOutputStream(path)) {
                for (long left = bytes; left > 0; left -= chunk.length) {
                    random.nextBytes(chunk);
                    out.write(chunk, 0, (int) Math.min(chunk.length, left));
                }
            }
        }
    }

    /** Returns the paths of all files, below the folder. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(String.format("d%02d/f%04d", i / IN_A_FOLDER, i % IN_A_FOLDER));
        }
        return all;
    }

    /** Returns those that a change is for: one in a hundred, or one. */
    List<String> changed() {
        List<String> all = all();
        return Stream.iterate(0, i -> i < count, i -> i + CHANGED_ONE_IN)
                .map(all::get)
                .toList();
    }

    /** Writes a few other bytes into some of the files. */
    void change() throws IOException {
        byte[] few = new byte[CHANGED_BYTES];
        new Random(System.nanoTime()).nextBytes(few);
        for (String file : changed()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(file), StandardOpenOption.WRITE)) {
                out.write(few);
            }
        }
    }

    /** Checks that another folder has the same files, by their sizes and what the first and the last of them begin with. */
    void checkCopy(Path copy) throws IOException {
        List<String> all = all();
        for (String file : all) {
            long size = Files.size(copy.resolve(file));
            if (size != bytes) {
                throw new IllegalStateException(copy.resolve(file) + " has " + size + " bytes");
            }
        }
        for (String file : List.of(all.get(0), all.get(count - 1))) {
            if (Files.mismatch(folder.resolve(file), copy.resolve(file)) >= 0) {
                throw new IllegalStateException(copy.resolve(file) + " has other bytes");
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
