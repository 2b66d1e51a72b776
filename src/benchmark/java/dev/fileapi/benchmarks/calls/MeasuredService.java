package dev.fileapi.benchmarks.calls;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import dev.fileapi.local.functions.BareWorker;
import dev.fileapi.local.functions.FunctionApp;
import dev.fileapi.local.functions.FunctionDescription;
import dev.fileapi.local.functions.PackagedApp;
import dev.fileapi.local.functions.RouteTemplate;
import dev.fileapi.local.functions.Trigger;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The process that is measured: the packaged folder as the worker loads it, with the settings of the environment, beside it the floors as
 * an app of their own with the package's libraries. Each of the benchmark's callers has a connection to it with a thread, so that
 * neither an HTTP server nor another protocol is measured with them.
 */
final class MeasuredService {

    /** What a request is for, on a connection. */
    static final int SERVICE = 0;

    static final int FLOOR = 1;
    static final int COUNTERS = 2;

    private final BareWorker service;
    private final BareWorker floors;
    private final ProcessCounters counters = new ProcessCounters();

    private MeasuredService(BareWorker service, BareWorker floors) {
        this.service = service;
        this.floors = floors;
    }

    /**
     * Starts the functions, then connects to the benchmark. Ends when the benchmark closes the first connection.
     *
     * @param arguments the packaged folder, the worker's libraries, the jar of the floors, the benchmark's port, the number of connections
     */
    public static void main(String[] arguments) throws Exception {
        PackagedApp packaged = PackagedApp.open(Path.of(arguments[0]), Path.of(arguments[1]));
        FunctionApp app = packaged.app(type -> type.getConstructor().newInstance());
        BareWorker service = new BareWorker(app, packaged.functions().routePrefix());
        service.warmUp();
        MeasuredService measured =
                new MeasuredService(service, new BareWorker(floors(packaged, Path.of(arguments[2])), ""));
        int port = Integer.parseInt(arguments[3]);
        Thread first = null;
        for (int i = Integer.parseInt(arguments[4]); i > 0; i--) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            Thread thread = new Thread(() -> measured.serve(socket), "caller");
            thread.setDaemon(true);
            thread.start();
            first = first == null ? thread : first;
        }
        if (first != null) {
            first.join();
        }
        // without waiting for threads of the clients
        System.exit(0);
    }

    private static FunctionApp floors(PackagedApp packaged, Path jar) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(url(jar)));
        packaged.functions().jars().forEach(library -> urls.add(url(library)));
        ClassLoader classes = new URLClassLoader(
                "floors", urls.toArray(URL[]::new), packaged.classes().getParent());
        Object instance = classes.loadClass(FloorFunctions.class.getName())
                .getConstructor()
                .newInstance();
        return new FunctionApp(
                classes,
                new FunctionInstanceInjector() {
                    @Override
                    public <T> T getInstance(Class<T> type) {
                        return type.cast(instance);
                    }
                },
                List.of(floor("empty"), floor("insertAndSign")));
    }

    /** A function whose route is its method's name. */
    private static FunctionDescription floor(String method) {
        return new FunctionDescription(
                method,
                FloorFunctions.class.getName(),
                method,
                new Trigger.Http(RouteTemplate.parse(method), Set.of()));
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            byte[] buffer = new byte[1 << 20];
            while (true) {
                int app = in.readByte();
                if (app == COUNTERS) {
                    counters.read().write(out);
                } else {
                    answer(app == SERVICE ? service : floors, in, out, buffer);
                }
                out.flush();
            }
        } catch (EOFException e) {
            // the benchmark has ended
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(BareWorker worker, DataInputStream in, DataOutputStream out, byte[] buffer)
            throws IOException {
        String method = in.readUTF();
        String target = in.readUTF();
        String authorization = in.readUTF();
        BareWorker.Reply reply =
                worker.request(method, target, Map.of("host", "localhost", "authorization", authorization));
        ByteBuffer body = reply.body();
        int length = body.remaining();
        body.get(buffer, 0, length);
        out.writeInt(reply.status());
        out.writeInt(length);
        out.write(buffer, 0, length);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
