package dev.fileapi.cli.sync;

import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.Download;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of this machine that files are received into.
 *
 * @param folder where it is
 */
record Target(Path folder) {

    /** Returns where a file goes. Names that are there in the form NFD, as other systems write them, are kept. */
    Path file(Download download) {
        if (download.replaced() != null) {
            return download.replaced().file();
        }
        Path file = folder;
        for (String name : download.path().split("/", -1)) {
            Path decomposed = file.resolve(Normalizer.normalize(name, Normalizer.Form.NFD));
            file = file.resolve(name);
            if (!decomposed.equals(file) && !exists(file) && exists(decomposed)) {
                file = decomposed;
            }
        }
        return file;
    }

    /** Returns what keeps a file from being written; empty when nothing does. */
    Optional<String> obstacle(Download download) {
        try {
            if (download.replaced() != null) {
                LocalContent.checkUnchanged(download.replaced());
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.of("the file on this machine changed after the plan was made");
        }
        Path file = file(download);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("a folder is in its place on this machine");
        }
        if (exists(file)) {
            return Optional.of("a file has come to its place on this machine after the plan was made");
        }
        Path parent = file.getParent();
        while (parent != null && !parent.equals(folder)) {
            if (exists(parent) && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of("a file is in the place of its folder on this machine");
            }
            parent = parent.getParent();
        }
        return Optional.empty();
    }

    /**
     * Deletes a file, and the folders that are empty then.
     *
     * @throws IOException when it cannot be deleted, or has changed
     */
    void delete(DeleteLocal deletion) throws IOException {
        LocalContent.checkUnchanged(deletion.file());
        Path file = deletion.file().file();
        Files.delete(file);
        Path parent = file.getParent();
        try {
            while (parent != null && !parent.equals(folder)) {
                Files.delete(parent);
                parent = parent.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            // it stays
        }
    }

    /** Removes empty folders in the place of a file. */
    void makeRoom(Download download) throws IOException {
        Path file = file(download);
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> children = Files.walk(file)) {
            for (Path each :
                    children.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(each);
                }
            }
        } catch (DirectoryNotEmptyException e) {
            // reported as an obstacle
        }
    }

    /** Returns the names that this machine takes. */
    TargetNames names() throws IOException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return new TargetNames(windows, Files.isDirectory(folder) && ignoresCase());
    }

    private boolean ignoresCase() throws IOException {
        Path probe = Files.createTempFile(folder, ".fileapi-case-", ".part");
        try {
            String name = String.valueOf(probe.getFileName());
            return Files.exists(probe.resolveSibling(name.toUpperCase(java.util.Locale.ROOT)));
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
