package dev.fileapi.functions.url;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.fileapi.http.request.RouteUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final String HEADER = "X-WAWS-Unencoded-URL";
    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

    /** @param headers by name, in any case */
    static OriginalUrl of(HttpRequestMessage<?> request, Map<String, String> headers) {
        OriginalUrl given = parse(text(request));
        String unencoded = headers.get(HEADER);
        if (unencoded == null) {
            return given;
        }
        String path = unencoded.split("[?#]", 2)[0];
        return HostRewrite.couldProduce(path, given.path) ? new OriginalUrl(given.origin, path, given.query) : given;
    }

    static boolean isSecure(HttpRequestMessage<?> request) {
        return text(request).regionMatches(true, 0, "https:", 0, "https:".length());
    }

    URI routable() {
        return RouteUrl.of(origin, path, query);
    }

    private static OriginalUrl parse(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The host gave no absolute URL");
        }
        return new OriginalUrl(String.valueOf(parts.group(1)), String.valueOf(parts.group(2)), parts.group(3));
    }

    /** The worker's request parses its URL when it is asked for it, and throws for what {@link URI} does not take, as {@code ?q=a|b}. */
    private static String text(HttpRequestMessage<?> request) {
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
