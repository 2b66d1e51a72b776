package dev.fileapi.files;

import java.text.Normalizer;

/**
 * Where a file lies in its workspace: one to many segments joined by {@code /}, without a leading or trailing one. Unicode is
 * normalised to NFC; case matters. At most {@value #MAX_CHARACTERS} characters (Unicode code points).
 */
public record FilePath(String value) {

    public static final int MAX_CHARACTERS = 1024;

    /**
     * Takes a path that is in this form already; {@link #parse} normalises first.
     *
     * @throws InvalidPathException when {@code value} breaks a rule
     */
    public FilePath {
        check(value);
    }

    /**
     * Reads a decoded path as a caller wrote it.
     *
     * @throws InvalidPathException when it breaks a rule; its message says which
     */
    public static FilePath parse(String decoded) {
        return new FilePath(Normalizer.normalize(decoded, Normalizer.Form.NFC));
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
     * path would grow too long, the end of the name before its extension is cut off.
     */
    FilePath besides(String remark) {
        String name = name();
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 ? name.substring(dot) : "";
        String stem = value.substring(0, value.length() - extension.length());
        String ending = " (" + remark + ")" + extension;
        int excess =
                value.codePointCount(0, stem.length()) + ending.codePointCount(0, ending.length()) - MAX_CHARACTERS;
        return parse((excess > 0 ? stem.substring(0, stem.offsetByCodePoints(stem.length(), -excess)) : stem) + ending);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void check(String path) {
        if (path.isEmpty()) {
            throw new InvalidPathException("The path is empty: name a file after 'files/path/'.");
        }
        if (path.codePointCount(0, path.length()) > MAX_CHARACTERS) {
            throw new InvalidPathException("The path is longer than " + MAX_CHARACTERS + " characters: shorten it.");
        }
        path.codePoints().forEach(FilePath::checkCharacter);
        for (String segment : path.split("/", -1)) {
            checkSegment(segment);
        }
    }

    private static void checkCharacter(int character) {
        if (character == '\\') {
            throw new InvalidPathException("The path has a backslash: separate folders with '/'.");
        }
        if (Character.isISOControl(character)) {
            throw new InvalidPathException(
                    "The path has the control character U+%04X: leave it out.".formatted(character));
        }
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
            throw new InvalidPathException("The path is not well-formed Unicode: encode it as UTF-8.");
        }
    }

    private static void checkSegment(String segment) {
        if (segment.isEmpty()) {
            throw new InvalidPathException(
                    "The path has an empty segment: write no '//' and no slash at its start or end.");
        }
        if (segment.equals(".") || segment.equals("..")) {
            throw new InvalidPathException("The path has the segment '" + segment + "': write it without.");
        }
    }
}
