package dev.fileapi.local.functions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of a request or of an answer. */
public final class Body {

    public static final Body NONE = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(byte[] bytes) {
        return new Body(bytes.clone());
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** With U+FFFD for what is not UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
