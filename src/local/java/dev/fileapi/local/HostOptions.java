package dev.fileapi.local;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start a {@link RunningHost}.
 *
 * @param port 0 for a free one
 * @param data keeps everything; null: all is gone when the host stops
 * @param packaged whether the functions are those of the packaged folder, loaded as the worker does; else this process's own classes
 * @param events whether the service receives events of committed blobs
 * @param linkBase what links begin with instead of the address of the blob service; null: that address
 * @param unencodedUrl whether functions get the header {@code X-WAWS-Unencoded-URL}, as on Azure
 * @param timers whether timers run on their schedules; on demand they run in any case
 * @param clock what the service, the timers and the tokens go by
 * @param settings more settings of the service, by environment variable; they prevail over the host's
 */
public record HostOptions(
        int port,
        @Nullable Path data,
        StoreKind store,
        boolean packaged,
        boolean events,
        @Nullable String linkBase,
        boolean unencodedUrl,
        boolean timers,
        Clock clock,
        Map<String, String> settings) {

    public HostOptions {
        settings = Map.copyOf(settings);
    }

    /** For tests: in memory, on a free port, with events, timers on demand only. */
    public static HostOptions inMemory() {
        return new HostOptions(0, null, StoreKind.H2, false, true, null, true, false, Clock.systemUTC(), Map.of());
    }

    public HostOptions withData(Path folder) {
        return new HostOptions(port, folder, store, packaged, events, linkBase, unencodedUrl, timers, clock, settings);
    }

    public HostOptions withStore(StoreKind kind) {
        return new HostOptions(port, data, kind, packaged, events, linkBase, unencodedUrl, timers, clock, settings);
    }

    public HostOptions withPackaged(boolean folder) {
        return new HostOptions(port, data, store, folder, events, linkBase, unencodedUrl, timers, clock, settings);
    }

    public HostOptions withEvents(boolean raised) {
        return new HostOptions(port, data, store, packaged, raised, linkBase, unencodedUrl, timers, clock, settings);
    }

    public HostOptions withLinkBase(String url) {
        return new HostOptions(port, data, store, packaged, events, url, unencodedUrl, timers, clock, settings);
    }

    public HostOptions withUnencodedUrl(boolean sent) {
        return new HostOptions(port, data, store, packaged, events, linkBase, sent, timers, clock, settings);
    }

    public HostOptions withClock(Clock other) {
        return new HostOptions(port, data, store, packaged, events, linkBase, unencodedUrl, timers, other, settings);
    }

    public HostOptions withSetting(String variable, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(variable, value);
        return new HostOptions(port, data, store, packaged, events, linkBase, unencodedUrl, timers, clock, more);
    }
}
