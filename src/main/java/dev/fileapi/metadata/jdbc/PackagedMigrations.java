package dev.fileapi.metadata.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that this release brings along, without what Flyway loads to find them.
 *
 * @param folders of the class path that have SQL files
 * @param classes the names of those that are written in Java
 */
record PackagedMigrations(List<String> folders, Set<String> classes) {

    /** Returns all of them; empty when they are kept where they cannot be listed. */
    Optional<Set<Migration>> all() throws IOException {
        Set<Migration> all = new HashSet<>();
        classes.forEach(name -> all.add(new Migration(name, null)));
        for (String folder : folders) {
            List<String> files = files(folder);
            if (files.isEmpty()) {
                return Optional.empty();
            }
            for (String file : files) {
                all.add(new Migration(file, checksum(folder + "/" + file)));
            }
        }
        return Optional.of(all);
    }

    private static List<String> files(String folder) throws IOException {
        URL url = resource(folder);
        if (url == null) {
            return List.of();
        }
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                String prefix = folder + "/";
                return file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(prefix) && name.endsWith(".sql"))
                        .map(name -> name.substring(prefix.length()))
                        .toList();
            }
        }
        String[] names = url.getProtocol().equals("file") ? new File(url.getPath()).list() : null;
        return names == null ? List.of() : List.of(names);
    }

    /** Returns what Flyway records of a file: the CRC-32 of its lines without their ends (its {@code ChecksumCalculator}). */
    private static int checksum(String name) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream file = PackagedMigrations.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("Not on the class path: " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                checksum.update(line.getBytes(UTF_8));
            }
        }
        return (int) checksum.getValue();
    }

    private static @Nullable URL resource(String name) {
        return PackagedMigrations.class.getClassLoader().getResource(name);
    }
}
