package dev.fileapi.cli.sync;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder and of all folders in it, in the order of {@link PathOrder}. Links are not followed. Holds the names of one folder on each
 * level; what changes meanwhile may be told or not.
 */
final class LocalTree implements Iterator<LocalItem> {

    private static final int MAX_CHARACTERS = 1024;

    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable LocalItem next;

    /**
     * Reads a folder.
     *
     * @throws IOException when it cannot be read; the folders in it are told as items when they cannot
     */
    LocalTree(Path folder) throws IOException {
        levels.push(Level.of(folder, ""));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !levels.isEmpty()) {
            Level level = levels.element();
            if (level.names.hasNext()) {
                next = item(level, level.names.next());
            } else {
                levels.pop();
            }
        }
        return next != null;
    }

    @Override
    public LocalItem next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        LocalItem item = next;
        next = null;
        return item;
    }

    /** Returns what a name stands for; null for a folder, whose names come next. */
    private @Nullable LocalItem item(Level level, Name name) {
        String path = level.prefix + name.key;
        Path file = level.folder.resolve(name.name);
        Optional<String> refusal = name.isTwin
                ? Optional.of("another name in this folder is the same in Unicode's form NFC")
                : refusal(path);
        if (refusal.isPresent()) {
            return LocalItem.unreadable(path, file, refusal.get());
        }
        BasicFileAttributes attributes = attributes(file);
        if (attributes == null || attributes.isDirectory() != name.isFolder()) {
            return LocalItem.unreadable(path, file, "it cannot be read");
        }
        if (attributes.isRegularFile()) {
            return LocalItem.file(path, file, attributes);
        }
        if (!attributes.isDirectory()) {
            return LocalItem.skipped(path, file, attributes.isSymbolicLink() ? "a link" : "not a regular file");
        }
        try {
            levels.push(Level.of(file, path));
            return null;
        } catch (IOException e) {
            return LocalItem.unreadable(path, file, "the folder cannot be read");
        }
    }

    /** What the service refuses in paths. */
    private static Optional<String> refusal(String path) {
        if (path.indexOf('\uFFFD') >= 0) {
            return Optional.of("its name is not UTF-8");
        }
        if (path.indexOf('\\') >= 0 || path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("its name has a backslash or a control character, which the service refuses");
        }
        if (path.codePointCount(0, path.length()) > MAX_CHARACTERS) {
            return Optional.of("its path is longer than " + MAX_CHARACTERS + " characters");
        }
        return Optional.empty();
    }

    private static @Nullable BasicFileAttributes attributes(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return null;
        }
    }

    static boolean isUnfinishedDownload(String name) {
        return name.startsWith(".fileapi-") && (name.endsWith(".part") || name.endsWith(".part.ranges"));
    }

    /** The names of a folder that were not told yet. */
    private record Level(Path folder, String prefix, Iterator<Name> names) {

        static Level of(Path folder, String prefix) throws IOException {
            List<Name> names = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if (!isUnfinishedDownload(name)) {
                        BasicFileAttributes attributes = attributes(file);
                        names.add(Name.of(name, attributes != null && attributes.isDirectory()));
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            names.sort(Name.ORDER);
            for (int i = 1; i < names.size(); i++) {
                if (names.get(i).key.equals(names.get(i - 1).key)) {
                    names.set(i, names.get(i).twin());
                }
            }
            return new Level(folder, prefix, names.iterator());
        }
    }

    /**
     * A name in a folder. Little of it is held, since a folder may have a million.
     *
     * @param name as the file system has it
     * @param key as the service has it, with a slash at the end of a folder's, so that keys are in the order of what is in folders
     * @param isTwin whether an earlier one has the same key
     */
    private record Name(String name, String key, boolean isTwin) {

        /** Of two names that are one in NFC, the one that is in NFC comes first. */
        private static final Comparator<Name> ORDER = Comparator.comparing(Name::key, PathOrder.INSTANCE)
                .thenComparing(each -> each.key.startsWith(each.name), Collections.reverseOrder());

        static Name of(String name, boolean isFolder) {
            String normalised = Normalizer.normalize(name, Normalizer.Form.NFC);
            return new Name(name, isFolder ? normalised + "/" : normalised, false);
        }

        Name twin() {
            return new Name(name, key, true);
        }

        boolean isFolder() {
            return key.endsWith("/");
        }
    }
}
