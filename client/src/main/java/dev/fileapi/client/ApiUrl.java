package dev.fileapi.client;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses of the service's calls. */
record ApiUrl(String base, UUID organisation, UUID workspace) {

    static ApiUrl of(URI base, UUID organisation, UUID workspace) {
        return new ApiUrl(base.toString().replaceAll("/+$", ""), organisation, workspace);
    }

    URI me() {
        return URI.create(base + "/file/v2/me");
    }

    /** Returns an address below the workspace's. */
    URI in(String target) {
        return URI.create(base + "/file/v2/orgs/" + organisation + "/workspaces/" + workspace + target);
    }

    static String encodePath(String path) {
        return encode(path).replace("%2F", "/");
    }

    /** Percent-encodes all but what RFC 3986 calls unreserved. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Returns the value of a query's parameter, or null. */
    static @Nullable String parameter(URI uri, String name) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }
}
