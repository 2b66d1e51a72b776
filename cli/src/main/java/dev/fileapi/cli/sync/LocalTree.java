package dev.fileapi.cli.sync;

import java.io.IOException;
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

    private final Deque<Iterator<Child>> levels = new ArrayDeque<>();
    private @Nullable LocalItem next;

    /**
     * Reads a folder.
     *
     * @throws IOException when it cannot be read; the folders in it are told as items when they cannot
     */
    LocalTree(Path folder) throws IOException {
        levels.push(children(folder, ""));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !levels.isEmpty()) {
            if (levels.element().hasNext()) {
                next = item(levels.element().next());
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

    /** Returns what a child is; null for a folder, whose children come next. */
    private @Nullable LocalItem item(Child child) {
        Optional<String> refusal = refusal(child);
        if (refusal.isPresent()) {
            return LocalItem.unreadable(child.key, child.file, refusal.get());
        }
        BasicFileAttributes attributes = child.attributes;
        if (attributes == null) {
            return LocalItem.unreadable(child.key, child.file, "it cannot be read");
        }
        if (attributes.isRegularFile()) {
            return LocalItem.file(child.key, child.file, attributes);
        }
        if (!attributes.isDirectory()) {
            return LocalItem.skipped(
                    child.key, child.file, attributes.isSymbolicLink() ? "a link" : "not a regular file");
        }
        try {
            levels.push(children(child.file, child.key));
            return null;
        } catch (IOException e) {
            return LocalItem.unreadable(child.key, child.file, "the folder cannot be read");
        }
    }

    /** What the service refuses in paths, and what would be two files with one path. */
    private static Optional<String> refusal(Child child) {
        String path = child.key;
        if (child.isTwin) {
            return Optional.of("another name in this folder is the same in Unicode's form NFC");
        }
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

    private static Iterator<Child> children(Path folder, String prefix) throws IOException {
        List<Child> children = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!isUnfinishedDownload(name)) {
                    children.add(Child.of(file, prefix, name));
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        // of two names that are one in NFC, the one that is in NFC comes first
        children.sort(Comparator.comparing(Child::key, PathOrder.INSTANCE)
                .thenComparing(Child::isNormalised, Collections.reverseOrder()));
        for (int i = 1; i < children.size(); i++) {
            if (children.get(i).key.equals(children.get(i - 1).key)) {
                children.set(i, children.get(i).twin());
            }
        }
        return children.iterator();
    }

    static boolean isUnfinishedDownload(String name) {
        return name.startsWith(".fileapi-") && (name.endsWith(".part") || name.endsWith(".part.ranges"));
    }

    /** Its key is the path as the service has it, with a slash at the end of a folder's, so that keys are in the order of what is in folders. */
    private record Child(
            String key, Path file, @Nullable BasicFileAttributes attributes, boolean isNormalised, boolean isTwin) {

        static Child of(Path file, String prefix, String name) {
            String normalised = Normalizer.normalize(name, Normalizer.Form.NFC);
            BasicFileAttributes attributes = attributes(file);
            String slash = attributes != null && attributes.isDirectory() ? "/" : "";
            return new Child(prefix + normalised + slash, file, attributes, normalised.equals(name), false);
        }

        Child twin() {
            return new Child(key, file, attributes, isNormalised, true);
        }

        private static @Nullable BasicFileAttributes attributes(Path file) {
            try {
                return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                return null;
            }
        }
    }
}
