package dev.fileapi.benchmarks.calls;

import dev.fileapi.benchmarks.worker.Jvm;
import dev.fileapi.benchmarks.worker.WorkerFiles;
import dev.fileapi.local.Closer;
import dev.fileapi.local.StartException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running {@link MeasuredService}, with a connection to read its counters and one for each caller. */
final class ServiceProcess implements AutoCloseable {

    private static final int START_MILLIS = 120_000;
    private static final int LOOK_MILLIS = 500;
    private static final int STOP_SECONDS = 10;

    private final Closer parts;
    private final List<Connection> connections;

    private ServiceProcess(Closer parts, List<Connection> connections) {
        this.parts = parts;
        this.connections = connections;
    }

    /** @throws StartException when it does not connect in time */
    static ServiceProcess start(Jvm jvm, Map<String, String> environment, int callers) throws Exception {
        String classPath = WorkerFiles.classPath();
        File log = WorkerFiles.OUTPUT.resolve("calls.log").toFile();
        Closer parts = new Closer();
        try (ServerSocket server = new ServerSocket(0, callers + 1, InetAddress.getLoopbackAddress())) {
            ProcessBuilder builder = jvm.process(
                            classPath,
                            List.of(
                                    MeasuredService.class.getName(),
                                    WorkerFiles.FUNCTIONS.toString(),
                                    WorkerFiles.LIBRARIES.toString(),
                                    WorkerFiles.JAR.toString(),
                                    Integer.toString(server.getLocalPort()),
                                    Integer.toString(callers + 1)))
                    .redirectErrorStream(true)
                    .redirectOutput(log);
            builder.environment().putAll(environment);
            Process process = builder.start();
            parts.add(() -> stop(process));
            server.setSoTimeout(LOOK_MILLIS);
            List<Connection> connections = new ArrayList<>();
            for (int i = 0; i <= callers; i++) {
                connections.add(parts.add(new Connection(accept(server, process))));
            }
            return new ServiceProcess(parts, connections);
        } catch (IOException e) {
            parts.close();
            throw new StartException("The service to be measured did not start: see " + log, e);
        }
    }

    ProcessCounters.Reading counters() throws IOException {
        return connections.get(0).counters();
    }

    /** One for each caller. */
    List<Connection> callers() {
        return connections.subList(1, connections.size());
    }

    @Override
    public void close() {
        parts.close();
    }

    /** It ends by itself when its connections are closed. */
    private static void stop(Process process) throws InterruptedException {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Socket accept(ServerSocket server, Process process) throws IOException {
        for (int look = 0; look < START_MILLIS / LOOK_MILLIS && process.isAlive(); look++) {
            try {
                return server.accept();
            } catch (SocketTimeoutException e) {
                // it may have ended
            }
        }
        throw new IOException(process.isAlive() ? "It did not connect in time" : "It ended");
    }
}
