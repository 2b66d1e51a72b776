package dev.fileapi.cli.access;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.text.Normalizer;
import picocli.CommandLine.TypeConversionException;

/**
 * A place in the workspace, as {@code fa:dir/file} on the command line.
 *
 * @param path without a leading slash, in NFC as the service has it; empty for the root
 */
public record RemotePath(String path) {

    /** What paths of the workspace begin with. */
    public static final String SCHEME = "fa:";

    /**
     * Reads an argument.
     *
     * @throws TypeConversionException unless it begins with {@code fa:}
     */
    public static RemotePath parse(String text) {
        if (!isRemote(text)) {
            throw new TypeConversionException("'" + text + "' is not a path in the workspace: write fa:" + text);
        }
        String path = text.substring(SCHEME.length()).replaceFirst("^/+", "");
        return new RemotePath(Normalizer.normalize(path, Normalizer.Form.NFC));
    }

    /** Tells whether an argument is a path of the workspace. */
    public static boolean isRemote(String text) {
        return text.startsWith(SCHEME);
    }

    /** Tells whether this is the root, which has all files. */
    public boolean isRoot() {
        return path.isEmpty();
    }

    /** Whether it can only be a folder. */
    public boolean isFolder() {
        return path.isEmpty() || path.endsWith("/");
    }

    /** Returns what paths of files in it begin with, if it is a folder. */
    public String prefix() {
        return isFolder() ? path : path + "/";
    }

    /** Returns the last segment. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the path of a file. */
    public String file() {
        if (isFolder()) {
            throw new CommandException(ExitStatus.USAGE, this + ": name a file");
        }
        return path;
    }

    @Override
    public String toString() {
        return SCHEME + path;
    }
}
