package dev.fileapi.http.request;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.InvalidFilePathException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries a URL through Micronaut's router without a change. Its router and binders would turn {@code +} into a space, drop a trailing
 * slash and replace bad UTF-8, so a file's path, with the slash before it, travels as one segment in which everything is encoded,
 * escapes included.
 */
public final class RouteUrl {

    private static final Pattern BY_PATH =
            Pattern.compile("(/file/v2/orgs/[^/]+/workspaces/[^/]+/files/path)(/.*)?", Pattern.DOTALL);

    private RouteUrl() {}

    /**
     * The URL that the router is to see.
     *
     * @param origin scheme and authority
     * @param path as the client wrote it, and not necessarily legal
     * @param query likewise; null when there is none
     */
    public static URI of(String origin, String path, @Nullable String query) {
        Matcher byPath = BY_PATH.matcher(path);
        String routable = byPath.matches()
                ? PercentEncoding.encodeIllegal(byPath.group(1)) + "/"
                        + PercentEncoding.encode(byPath.group(2) == null ? "/" : byPath.group(2))
                : PercentEncoding.encodeIllegal(path);
        return URI.create(origin + routable + (query == null ? "" : "?" + PercentEncoding.encodeIllegal(query)));
    }

    /**
     * The path that {@link #of} sent along.
     *
     * @throws InvalidFilePathException when it is none
     */
    public static FilePath filePath(String segment) {
        try {
            return FilePath.parse(PercentEncoding.decode(segment.startsWith("/") ? segment.substring(1) : segment));
        } catch (IllegalArgumentException e) {
            throw new InvalidFilePathException("The path " + e.getMessage() + ": encode it as UTF-8.");
        }
    }
}
