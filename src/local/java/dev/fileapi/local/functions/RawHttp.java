package dev.fileapi.local.functions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sends requests byte for byte as given, also malformed ones, which client libraries refuse to send. */
public final class RawHttp {

    private static final int TIMEOUT_MILLISECONDS = 60_000;

    private final URI address;

    public RawHttp(URI address) {
        this.address = address;
    }

    /**
     * Asks for something.
     *
     * @param target path and query as they go over the wire
     */
    public RawAnswer get(String target, String... headers) throws IOException {
        return send("GET", target, new byte[0], headers);
    }

    /** Sends a body with its length. */
    public RawAnswer send(String method, String target, byte[] body, String... headers) throws IOException {
        String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head(method, target, length, headers));
        request.writeBytes(body);
        return exchange(request.toByteArray());
    }

    /** Sends a body in one chunk, without its length. */
    public RawAnswer sendChunked(String method, String target, byte[] body, String... headers) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head(method, target, "Transfer-Encoding: chunked\r\n", headers));
        request.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        request.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return exchange(request.toByteArray());
    }

    /** Announces a body that is never sent. */
    public RawAnswer announce(String method, String target, long length) throws IOException {
        return exchange(head(method, target, "Content-Length: " + length + "\r\n"));
    }

    private byte[] head(String method, String target, String framing, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        head.append("Host: ").append(address.getAuthority()).append("\r\n").append(framing);
        Arrays.stream(headers).forEach(header -> head.append(header).append("\r\n"));
        head.append("Connection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    private RawAnswer exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return RawAnswer.read(socket.getInputStream());
        }
    }

    /**
     * An answer.
     *
     * @param head its lines up to the empty one
     * @param body as Latin-1
     */
    public record RawAnswer(List<String> head, String body) {

        public int status() {
            return Integer.parseInt(head.get(0).split(" ", -1)[1]);
        }

        /** The values of a header; empty when it is not there. */
        public List<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        public List<String> lines() {
            return body.lines().toList();
        }

        private static RawAnswer read(InputStream stream) throws IOException {
            String answer = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("No answer");
            }
            return new RawAnswer(answer.substring(0, end).lines().toList(), answer.substring(end + 4));
        }
    }
}
