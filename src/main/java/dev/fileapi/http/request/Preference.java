package dev.fileapi.http.request;

import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The preference {@code handling} of the header {@code Prefer} (RFC 7240, section 4.4). */
public final class Preference {

    private static final Pattern HANDLING =
            Pattern.compile("(?:^|,)\\s*handling\\s*=\\s*(\"?)(\\w+)\\1\\s*(?=[,;]|$)", Pattern.CASE_INSENSITIVE);

    private Preference() {}

    /** Returns true when the caller prefers a refusal to a parameter that is ignored. The first of several preferences counts. */
    public static boolean isStrict(HttpRequest<?> request) {
        String header = ReceivedRequest.of(request).header("Prefer").orElse("");
        Matcher handling = HANDLING.matcher(header);
        return handling.find() && "strict".equalsIgnoreCase(handling.group(2));
    }
}
