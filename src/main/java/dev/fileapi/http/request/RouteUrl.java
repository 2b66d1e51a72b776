package dev.fileapi.http.request;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.InvalidFilePathException;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Carries a URL through Micronaut's router without a change. Its router and binders would turn {@code +} into a space, drop a trailing
 * slash and replace bad UTF-8, so a file's path, with the slash before it, travels as one segment in which everything is encoded,
 * escapes included.
 */
public final class RouteUrl {

    private static final String ORGANISATIONS = "/file/v2/orgs/";
    private static final String WORKSPACES = "/workspaces/";
    private static final String FILES_BY_PATH = "/files/path";

    private RouteUrl() {}

    /**
     * Returns the URL for the router.
     *
     * @param origin scheme and authority
     * @param path as the client wrote it, not necessarily legal
     * @param query likewise; null when there is none
     */
    public static URI of(String origin, String path, @Nullable String query) {
        int filePath = startOfFilePath(path);
        String routable = filePath < 0
                ? PercentEncoding.encodeIllegal(path)
                : PercentEncoding.encodeIllegal(path.substring(0, filePath)) + "/"
                        + PercentEncoding.encode(filePath == path.length() ? "/" : path.substring(filePath));
        return URI.create(origin + routable + (query == null ? "" : "?" + PercentEncoding.encodeIllegal(query)));
    }

    /** Returns where a file's path begins, or would begin, with its slash; -1 in a URL of another kind. Each id is one segment. */
    private static int startOfFilePath(String path) {
        int workspaces = path.indexOf('/', ORGANISATIONS.length());
        if (!path.startsWith(ORGANISATIONS) || workspaces == ORGANISATIONS.length()) {
            return -1;
        }
        int workspace = workspaces + WORKSPACES.length();
        int files = path.startsWith(WORKSPACES, workspaces) ? path.indexOf('/', workspace) : -1;
        int end = files + FILES_BY_PATH.length();
        return files > workspace
                        && path.startsWith(FILES_BY_PATH, files)
                        && (end == path.length() || path.charAt(end) == '/')
                ? end
                : -1;
    }

    /**
     * Returns the file's path in the URL of a request.
     *
     * @throws InvalidFilePathException when it breaks a rule
     */
    public static FilePath filePath(HttpRequest<?> request) {
        String segment = variable(request, "file_path");
        try {
            return FilePath.parse(PercentEncoding.decode(segment.startsWith("/") ? segment.substring(1) : segment));
        } catch (IllegalArgumentException e) {
            throw new InvalidFilePathException("The path " + e.getMessage() + ": encode it as UTF-8.");
        }
    }

    /**
     * Returns the file's id in the URL of a request.
     *
     * @throws ValidationException when it is not a UUID
     */
    public static FileId fileId(HttpRequest<?> request) {
        return new FileId(QueryParameters.uuid("file_id", variable(request, "file_id")));
    }

    /**
     * Returns the version's id in the URL of a request.
     *
     * @throws ValidationException when it is not a 64-bit integer
     */
    public static VersionId versionId(HttpRequest<?> request) {
        return new VersionId(QueryParameters.int64("version_id", variable(request, "version_id")));
    }

    private static String variable(HttpRequest<?> request, String name) {
        return RouteAttributes.getRouteMatch(request)
                .map(route -> String.valueOf(route.getVariableValues().get(name)))
                .orElseThrow(() -> new IllegalStateException("There is no route"));
    }
}
