package dev.fileapi.functions.url;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.fileapi.http.request.RouteUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The URL as the client wrote it. The Functions host decodes a path and encodes it again, which loses escapes; App Service's front end
 * hands the path and query that it received on in {@value #HEADER} (Azure/azure-functions-host#9402, dotnet/aspnetcore#40532). That is
 * believed only when the host would make the given URL of it, so that a forged header can name nothing else.
 *
 * @param origin scheme and authority
 * @param path not necessarily legal
 * @param query likewise; null when there is none
 */
record OriginalUrl(String origin, String path, @Nullable String query) {

    private static final String HEADER = "x-waws-unencoded-url";

    /**
     * @param givenUrl what the host gives, not necessarily legal
     * @param headers by name in lower case
     */
    static OriginalUrl of(String givenUrl, Map<String, String> headers) {
        OriginalUrl given = parse(givenUrl);
        String unencoded = headers.get(HEADER);
        if (unencoded == null) {
            return given;
        }
        String path = unencoded.substring(0, end(unencoded, 0, "?#"));
        return !path.equals(given.path) && HostRewrite.couldProduce(path, given.path)
                ? new OriginalUrl(given.origin, path, given.query)
                : given;
    }

    URI routable() {
        return RouteUrl.of(origin, path, query);
    }

    /** Without a regular expression: every call has one, and the worker's default compiler makes little of them. */
    private static OriginalUrl parse(String url) {
        int colon = url.indexOf("://");
        if (colon < 1) {
            throw new IllegalArgumentException("The host gave no absolute URL");
        }
        int authorityEnd = end(url, colon + "://".length(), "/?#");
        int pathEnd = end(url, authorityEnd, "?#");
        boolean hasQuery = pathEnd < url.length() && url.charAt(pathEnd) == '?';
        return new OriginalUrl(
                url.substring(0, authorityEnd),
                url.substring(authorityEnd, pathEnd),
                hasQuery ? url.substring(pathEnd + 1, end(url, pathEnd, "#")) : null);
    }

    /** Returns where the first of some characters is; the length of the text when there is none. */
    private static int end(String text, int from, String delimiters) {
        int at = from;
        while (at < text.length() && delimiters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** The worker's request parses its URL when it is asked for it, and throws for what {@link URI} does not take, as {@code ?q=a|b}. */
    static String text(HttpRequestMessage<?> request) {
        try {
            return request.getUri().toString();
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof URISyntaxException syntax) {
                return syntax.getInput();
            }
            throw e;
        }
    }
}
