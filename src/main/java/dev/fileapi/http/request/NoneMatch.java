package dev.fileapi.http.request;

import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header {@code If-None-Match} of a call that reads (RFC 9110, section 13.1.2). What cannot be read of it matches nothing: then the whole
 * answer is sent, which is never wrong.
 *
 * @param any whether it is {@code *}
 * @param tags the opaque parts of its ETags, in double quotes
 */
public record NoneMatch(boolean any, Set<String> tags) {

    private static final NoneMatch NOTHING = new NoneMatch(false, Set.of());
    private static final Pattern OPAQUE_TAG = Pattern.compile("\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");

    /** Reads the header; without it nothing matches. */
    public static NoneMatch read(HttpRequest<?> request) {
        return ReceivedRequest.of(request)
                .header("If-None-Match")
                .map(NoneMatch::parse)
                .orElse(NOTHING);
    }

    private static NoneMatch parse(String value) {
        return new NoneMatch(
                value.equals("*"),
                OPAQUE_TAG.matcher(value).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns whether an ETag is one of these, weak or not. */
    public boolean matches(String etag) {
        return any || tags.contains(etag.startsWith("W/") ? etag.substring(2) : etag);
    }
}
