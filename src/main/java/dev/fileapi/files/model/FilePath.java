package dev.fileapi.files.model;

import java.text.Normalizer;

/**
 * Where a file lies in its workspace: one to many segments joined by {@code /}, without a leading or trailing one. Unicode is
 * normalised to NFC; case matters. At most {@value #MAX_CHARACTERS} characters (Unicode code points).
 */
public record FilePath(String value) implements FileRef {

    public static final int MAX_CHARACTERS = 1024;

    /** A decoder puts it in the place of bytes that it cannot read: different names would become one. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Its dot included; what is longer is text of the name. */
    private static final int LONGEST_EXTENSION = 17;

    /**
     * Takes a path that is in this form already; {@link #parse} normalises first.
     *
     * @throws InvalidFilePathException when {@code value} breaks a rule
     */
    public FilePath {
        check(value);
    }

    /**
     * Reads a decoded path as a caller wrote it. Unlike the constructor, which takes what is recorded, refuses U+FFFD.
     *
     * @throws InvalidFilePathException when it breaks a rule; its message says which
     */
    public static FilePath parse(String decoded) {
        if (decoded.indexOf(REPLACEMENT) >= 0) {
            throw new InvalidFilePathException(
                    "The path has the character U+FFFD, which stands for bytes that are not UTF-8: encode it as UTF-8.");
        }
        return normalised(decoded);
    }

    /** The last segment. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The parent folder with a leading and a trailing slash; {@code "/"} for the root. */
    public String folder() {
        return "/" + value.substring(0, value.lastIndexOf('/') + 1);
    }

    /**
     * The path of a sibling: {@code "a/report (restored 1).csv"} for {@code "a/report.csv"} and {@code "restored 1"}. Where the
     * path would grow too long, the end of the name before its extension is cut off; a folder whose own path leaves no room for
     * any such name gives way to the one above it.
     */
    public FilePath siblingNamed(String remark) {
        String extension = extension();
        String stem = name().substring(0, name().length() - extension.length());
        String ending = " (" + remark + ")" + extension;
        String folder = value.substring(0, value.lastIndexOf('/') + 1);
        while (!folder.isEmpty() && room(folder, ending) < 1) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        int kept = Math.min(room(folder, ending), length(stem));
        return normalised(folder + stem.substring(0, stem.offsetByCodePoints(0, kept)) + ending);
    }

    private static FilePath normalised(String path) {
        return new FilePath(Normalizer.normalize(path, Normalizer.Form.NFC));
    }

    /** With its dot; empty when there is none, or when what follows the last dot is too long for one. */
    private String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    }

    private static int room(String folder, String ending) {
        return MAX_CHARACTERS - length(folder) - length(ending);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return value;
    }

    private static void check(String path) {
        if (path.isEmpty()) {
            throw new InvalidFilePathException("The path is empty: name a file after 'files/path/'.");
        }
        if (length(path) > MAX_CHARACTERS) {
            throw new InvalidFilePathException(
                    "The path is longer than " + MAX_CHARACTERS + " characters: shorten it.");
        }
        for (int at = 0; at < path.length(); at += Character.charCount(path.codePointAt(at))) {
            checkCharacter(path.codePointAt(at));
        }
        int start = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
            checkSegment(path, start, end);
            start = end + 1;
        }
        checkSegment(path, start, path.length());
    }

    private static void checkCharacter(int character) {
        if (character == '\\') {
            throw new InvalidFilePathException("The path has a backslash: separate folders with '/'.");
        }
        if (Character.isISOControl(character)) {
            throw new InvalidFilePathException(
                    "The path has the control character U+%04X: leave it out.".formatted(character));
        }
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
            throw new InvalidFilePathException("The path is not well-formed Unicode: encode it as UTF-8.");
        }
    }

    private static void checkSegment(String path, int start, int end) {
        if (start == end) {
            throw new InvalidFilePathException(
                    "The path has an empty segment: write no '//' and no slash at its start or end.");
        }
        if (end - start <= 2 && path.charAt(start) == '.' && path.charAt(end - 1) == '.') {
            throw new InvalidFilePathException(
                    "The path has the segment '" + path.substring(start, end) + "': write it without.");
        }
    }
}
