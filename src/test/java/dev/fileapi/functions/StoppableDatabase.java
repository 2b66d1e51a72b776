package dev.fileapi.functions;

import dev.fileapi.local.H2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.h2.tools.Server;

/** H2 behind a port, so that it can be out of reach for a while. It keeps its data meanwhile. */
final class StoppableDatabase {

    private final int port = freePort();
    private final String url = H2.inMemory().replaceFirst("^jdbc:h2:", "jdbc:h2:tcp://127.0.0.1:" + port + "/");
    private Server server = start();

    String url() {
        return url;
    }

    <T> T whileStopped(Supplier<T> call) {
        stop();
        try {
            return call.get();
        } finally {
            server = start();
        }
    }

    void stop() {
        server.stop();
    }

    /** A port that nobody listens on. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Server start() {
        try {
            return Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
