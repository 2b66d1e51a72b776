package dev.fileapi.benchmarks.calls;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to {@link MeasuredService}, for one thread. */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Connection(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /**
     * Sends a request without a body and returns the answer's body.
     *
     * @param app {@link MeasuredService#SERVICE} or {@link MeasuredService#FLOOR}
     * @throws IOException for an answer other than 200
     */
    String send(int app, String method, String target, String authorization) throws IOException {
        out.writeByte(app);
        out.writeUTF(method);
        out.writeUTF(target);
        out.writeUTF(authorization);
        out.flush();
        int status = in.readInt();
        String body = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        if (status != 200) {
            throw new IOException(method + " " + target + " was answered with " + status + ": " + body);
        }
        return body;
    }

    ProcessCounters.Reading counters() throws IOException {
        out.writeByte(MeasuredService.COUNTERS);
        out.flush();
        return ProcessCounters.Reading.from(in);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
