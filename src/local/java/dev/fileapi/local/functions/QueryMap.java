package dev.fileapi.local.functions;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A request's query as the host hands it over: keys ignore case, values of one key are joined by commas, empty ones are lost. */
public final class QueryMap {

    private QueryMap() {}

    /**
     * Returns the parameters of a query.
     *
     * @param query without its question mark
     */
    public static Map<String, String> of(String query) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && equals < pair.length() - 1) {
                parameters.merge(
                        decode(pair.substring(0, equals)),
                        decode(pair.substring(equals + 1)),
                        (first, second) -> first + "," + second);
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    /** What is not percent-encoding stays as it is. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
    }
}
