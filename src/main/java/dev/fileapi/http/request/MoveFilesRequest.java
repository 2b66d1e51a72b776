package dev.fileapi.http.request;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of moves is for: files that are named, or those under a prefix.
 *
 * @param files 1 to 1,000, in the order they were sent; empty with a prefix
 * @param under null when files are named
 */
public record MoveFilesRequest(List<Item> files, @Nullable Prefix under) {

    /** Enough for twice the paths of a batch of deletions. */
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final String TO = "to";
    private static final String EXAMPLE = "{\"files\": [{\"path\": \"a/b.txt\", \"to\": \"c/b.txt\"}]}";

    /**
     * A file and where it goes.
     *
     * @param to as it was written
     */
    public record Item(NamedFile file, String to) {

        /**
         * Returns the path that the file goes to.
         *
         * @throws InvalidFilePathException when it breaks the rules for paths
         */
        public FilePath target() {
            return FilePath.parse(to);
        }

        /**
         * Returns the file and the paths that this is about; other moves of them come before or after this one.
         *
         * @param paths where files are that are named by their id
         */
        public Set<Object> parts(Map<FileId, FilePath> paths) {
            Set<Object> parts = new HashSet<>();
            addIfValid(parts, to);
            String path = file.path();
            if (path != null) {
                addIfValid(parts, path);
            }
            FileId id = file.fileId();
            if (id != null) {
                parts.add(id);
                FilePath now = paths.get(id);
                if (now != null) {
                    parts.add(now);
                }
            }
            return parts;
        }

        private static void addIfValid(Set<Object> parts, String path) {
            try {
                parts.add(FilePath.parse(path));
            } catch (InvalidFilePathException itsProblem) {
                // nothing is moved from there, or to there
            }
        }
    }

    /**
     * The files under a prefix, and what their paths begin with afterwards.
     *
     * @param to may be empty
     */
    public record Prefix(FilesUnder files, String to) {

        /** Returns the move of one of the files. */
        public Item item(FilePath path) {
            return new Item(
                    new NamedFile(path.value(), null, null),
                    to + path.value().substring(files.prefix().length()));
        }

        /**
         * Checks that a move leads out of the prefix: else the next call would move the file again.
         *
         * @throws ValidationException when it does not
         */
        public void requireOutside(Item move) {
            if (move.to().startsWith(files.prefix())) {
                throw new ValidationException(
                        TO, "gives '" + move.to() + "', which begins with prefix again: move this file by itself");
            }
        }
    }

    /**
     * Reads a request.
     *
     * @throws ValidationException when there are too few or too many files, or one is not named as it must be, or a field breaks a rule, or
     *     all files of the prefix would stay in it
     * @throws InvalidFilePathException when no path can begin with the prefix, or with what takes its place
     * @throws ContentTooLargeException when the body is larger than {@value #MAX_BYTES} bytes
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static MoveFilesRequest read(HttpRequest<?> request) {
        JsonNode sent = JsonBody.object(request, MAX_BYTES, EXAMPLE);
        FilesUnder under = FilesUnder.read(sent);
        return under == null
                ? new MoveFilesRequest(BatchFields.files(sent, MoveFilesRequest::item), null)
                : new MoveFilesRequest(List.of(), prefix(sent, under));
    }

    private static Item item(JsonNode sent) {
        return new Item(NamedFile.read(sent), to(sent));
    }

    private static Prefix prefix(JsonNode sent, FilesUnder under) {
        String to = FilesUnder.beginning(to(sent));
        if (to.startsWith(under.prefix())) {
            throw new ValidationException(TO, "must not begin with prefix: the files would be moved again and again");
        }
        return new Prefix(under, to);
    }

    private static String to(JsonNode sent) {
        String to = BatchFields.text(sent, TO);
        if (to == null) {
            throw new ValidationException(TO, "must be there, as a string");
        }
        return to;
    }
}
