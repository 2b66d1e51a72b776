package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do to one document, alone or in a batch.
 *
 * @param id empty: the body's
 * @param body the document or the patch; null where there is none
 * @param ifMatch an ETag, {@code *}, or empty
 * @param ifNoneMatch likewise
 */
record DocumentOperation(Kind kind, String id, @Nullable ObjectNode body, String ifMatch, String ifNoneMatch) {

    enum Kind {
        CREATE,
        READ,
        REPLACE,
        UPSERT,
        DELETE,
        PATCH;

        static Kind named(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Refusal.notImplemented("the operation " + name);
            }
        }
    }

    /**
     * How it ended.
     *
     * @param document as it is now; null when it is gone, or unchanged since the reader's state
     */
    record Outcome(int status, @Nullable StoredDocument document, double charge) {}

    String target() {
        return id.isEmpty() ? content().path("id").asText() : id;
    }

    ObjectNode content() {
        if (body == null) {
            throw Refusal.badRequest("The request has no body");
        }
        return body;
    }
}
