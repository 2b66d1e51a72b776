package dev.fileapi.blobs.azure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes with a header that HTTP clients refuse to send. */
public final class RawPut {

    private RawPut() {}

    /** Returns the answer's status line; {@code header} is sent in ISO 8859-1. */
    public static String of(URI link, String bytes, String header) throws IOException {
        try (Socket socket = new Socket(link.getHost(), link.getPort())) {
            String request = "PUT " + link.getRawPath() + "?" + link.getRawQuery() + " HTTP/1.1\r\nHost: "
                    + link.getAuthority() + "\r\nx-ms-blob-type: BlockBlob\r\n" + header + "\r\nContent-Length: "
                    + bytes.length() + "\r\nConnection: close\r\n\r\n" + bytes;
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.substring(0, answer.indexOf('\r'));
        }
    }
}
