package dev.fileapi.local.functions;

import java.time.Clock;
import java.util.Map;

/**
 * How to start a {@link FunctionsHost}.
 *
 * @param port 0 for a free one
 * @param routePrefix what HTTP routes begin with: {@code extensions.http.routePrefix} of {@code host.json}
 * @param unencodedUrl whether functions get the header {@code X-WAWS-Unencoded-URL}, as on Azure; else only what a client sent as such
 * @param timers whether timer functions run on their schedules; on demand they run in any case
 * @param clock when they are due
 * @param pages what the host itself serves, by path
 */
public record FunctionsHostOptions(
        int port, String routePrefix, boolean unencodedUrl, boolean timers, Clock clock, Map<String, Page> pages) {

    /** On a free port, without a route prefix, as on Azure otherwise. */
    public static FunctionsHostOptions defaults() {
        return new FunctionsHostOptions(0, "", true, true, Clock.systemUTC(), Map.of());
    }

    public FunctionsHostOptions withPort(int number) {
        return new FunctionsHostOptions(number, routePrefix, unencodedUrl, timers, clock, pages);
    }

    public FunctionsHostOptions withRoutePrefix(String prefix) {
        return new FunctionsHostOptions(port, prefix, unencodedUrl, timers, clock, pages);
    }

    public FunctionsHostOptions withUnencodedUrl(boolean sent) {
        return new FunctionsHostOptions(port, routePrefix, sent, timers, clock, pages);
    }

    public FunctionsHostOptions withTimers(boolean scheduled) {
        return new FunctionsHostOptions(port, routePrefix, unencodedUrl, scheduled, clock, pages);
    }

    public FunctionsHostOptions withClock(Clock other) {
        return new FunctionsHostOptions(port, routePrefix, unencodedUrl, timers, other, pages);
    }

    public FunctionsHostOptions withPages(Map<String, Page> others) {
        return new FunctionsHostOptions(port, routePrefix, unencodedUrl, timers, clock, Map.copyOf(others));
    }
}
