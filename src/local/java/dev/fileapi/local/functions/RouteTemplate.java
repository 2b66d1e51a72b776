package dev.fileapi.local.functions;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The route of an HTTP function, as in {@code orders/{id}} or {@code {*rest}}: literal segments, which ignore case, segments that
 * match anything, and at the end one that may be missing ({@code {id?}}) or takes all that follows.
 */
public final class RouteTemplate {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\*{0,2})[A-Za-z_]\\w*(\\??)}");

    private final List<String> segments;

    private RouteTemplate(List<String> segments) {
        this.segments = segments;
    }

    /**
     * Reads a route.
     *
     * @throws IllegalArgumentException for what is not understood here, such as constraints
     */
    public static RouteTemplate parse(String text) {
        List<String> segments = text.isEmpty()
                ? List.of()
                : Arrays.asList(text.replaceFirst("^/", "").split("/", -1));
        for (String segment : segments) {
            if (segment.isEmpty()
                    || (segment.matches(".*[{}].*")
                            && !PARAMETER.matcher(segment).matches())) {
                throw new IllegalArgumentException("Invalid route " + text + ": " + segment + " is not understood");
            }
        }
        return new RouteTemplate(segments);
    }

    /** The same below a prefix, which may be empty. */
    RouteTemplate under(String prefix) {
        return prefix.isEmpty() ? this : parse(prefix + "/" + String.join("/", segments));
    }

    /**
     * Whether a path is this route's. As in ASP.NET Core's TemplateMatcher an empty segment does not count, except at the end, and
     * what a catch-all takes is not looked at, but for its first segment.
     *
     * @param path decoded, beginning with a slash
     */
    boolean matches(String path) {
        List<String> asked = segmentsOf(path);
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).isEmpty() || i >= segments.size()) {
                return false;
            }
            String segment = segments.get(i);
            if (segment.startsWith("{*")) {
                return true;
            }
            if (!segment.startsWith("{") && !segment.equalsIgnoreCase(asked.get(i))) {
                return false;
            }
        }
        return segments.stream().skip(asked.size()).allMatch(RouteTemplate::mayBeMissing);
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }

    private static boolean mayBeMissing(String segment) {
        return segment.startsWith("{*") || segment.endsWith("?}");
    }

    private static List<String> segmentsOf(String path) {
        String relative = path.substring(1);
        String withoutLastSlash = relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
        return relative.isEmpty() ? List.of() : Arrays.asList(withoutLastSlash.split("/", -1));
    }
}
