package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One state of a document, system properties included. Kept as bytes, since a test may load a million. */
final class StoredDocument {

    private final long number;
    private final String id;
    private final String etag;
    private final long expiresAt;
    private final byte[] json;
    private SoftReference<@Nullable ObjectNode> tree;

    /**
     * @param number orders documents as they were created; kept when a document is replaced
     * @param expiresAt seconds since the epoch; {@link Long#MAX_VALUE} for never
     */
    StoredDocument(long number, ObjectNode document, long expiresAt) {
        this.number = number;
        this.id = document.get("id").asText();
        this.etag = document.get("_etag").asText();
        this.expiresAt = expiresAt;
        this.json = Json.text(document).getBytes(StandardCharsets.UTF_8);
        this.tree = new SoftReference<>(document);
    }

    long number() {
        return number;
    }

    String id() {
        return id;
    }

    String etag() {
        return etag;
    }

    long expiresAt() {
        return expiresAt;
    }

    int size() {
        return json.length;
    }

    /** Keeps only the bytes until the document is read. */
    void forgetTree() {
        tree = new SoftReference<>(null);
    }

    /** Not to be changed. */
    ObjectNode tree() {
        ObjectNode cached = tree.get();
        if (cached == null) {
            cached = Json.object(new String(json, StandardCharsets.UTF_8));
            tree = new SoftReference<>(cached);
        }
        return cached;
    }
}
