package dev.fileapi.blobs.azure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down which calls the service makes of blob storage, and lets some of them fail: it is asked for the proxy of each. */
public final class RecordedCalls extends ProxySelector {

    private static final Proxy CLOSED =
            new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

    private final List<URI> calls = new CopyOnWriteArrayList<>();
    private volatile boolean readsFail;
    private volatile boolean looksFail;
    private volatile Runnable beforeLease = () -> {};

    /** Returns what the service's client is to be built from. */
    public HttpClient.Builder client() {
        return HttpClient.newBuilder().proxy(this);
    }

    public int count() {
        return calls.size();
    }

    public void forget() {
        calls.clear();
    }

    /** How many calls were about the bytes of a snapshot. */
    public long readsOfSnapshots() {
        return calls.stream().filter(RecordedCalls::readsSnapshot).count();
    }

    /** From now on, or no longer. */
    public void failReadsOfSnapshots(boolean fail) {
        readsFail = fail;
    }

    /** From now on, or no longer: calls that look at a blob, and may read it with that. */
    public void failLooks(boolean fail) {
        looksFail = fail;
    }

    /** Does this once, when the next lease is asked for. */
    public void beforeNextLease(Runnable action) {
        beforeLease = action;
    }

    @Override
    public List<Proxy> select(URI uri) {
        calls.add(uri);
        if ("comp=lease".equals(uri.getQuery())) {
            Runnable action = beforeLease;
            beforeLease = () -> {};
            action.run();
        }
        boolean fails = (readsFail && readsSnapshot(uri)) || (looksFail && uri.getQuery() == null);
        return List.of(fails ? CLOSED : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

    private static boolean readsSnapshot(URI uri) {
        String query = uri.getQuery();
        return query != null && query.contains("snapshot=") && !query.contains("comp=");
    }
}
