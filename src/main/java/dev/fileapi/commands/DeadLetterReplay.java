package dev.fileapi.commands;

import dev.fileapi.events.DeadLetters;
import dev.fileapi.files.model.FilesException;
import dev.fileapi.files.store.Batch;
import dev.fileapi.functions.BlobCreatedFunction;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Gives the events of dead letters to the function they were for, and removes each dead letter when all of its events are processed
 * ("Event Grid message delivery and retry", dead-letter events).
 *
 * @param dryRun only prints what there is
 */
record DeadLetterReplay(BlobCreatedFunction function, ObjectMapper json, boolean dryRun, PrintWriter out) {

    /** Replays all dead letters of a container and returns how many stay there because of a failure. */
    int run(DeadLetters letters, String container) {
        int done = 0;
        int left = 0;
        String continuation = null;
        do {
            Batch<String> batch = letters.list(container, continuation);
            for (String name : batch.items()) {
                boolean replayed = replay(letters.read(container, name), name);
                if (replayed && !dryRun) {
                    letters.remove(container, name);
                }
                done += replayed ? 1 : 0;
                left += replayed ? 0 : 1;
            }
            continuation = batch.continuation();
        } while (continuation != null);
        out.println("Dead letters " + (dryRun ? "to replay: " : "replayed and removed: ") + done + ", left: " + left);
        return left;
    }

    /** Whether all events of a dead letter are processed. */
    private boolean replay(String content, String name) {
        try {
            JsonNode events = json.readValue(content, JsonNode.class);
            if (events == null || !events.isArray()) {
                out.println("skipped " + name + ": not an array of events");
                return false;
            }
            boolean all = true;
            for (JsonNode event : events.values()) {
                all &= replay(event, name);
            }
            return all;
        } catch (IOException e) {
            out.println("skipped " + name + ": not valid JSON");
            return false;
        }
    }

    private boolean replay(JsonNode event, String name) throws IOException {
        String what = name + " reason=" + text(event, "deadLetterReason") + " subject=" + text(event, "subject");
        if (dryRun) {
            out.println("found " + what);
            return true;
        }
        try {
            function.hear(json.writeValueAsString(event));
            out.println("replayed " + what);
            return true;
        } catch (FilesException e) {
            out.println("failed " + what + ": " + e.getMessage());
            return false;
        }
    }

    private static @Nullable String text(JsonNode event, String field) {
        JsonNode value = event.isObject() ? event.get(field) : null;
        return value == null || !value.isString() ? null : value.getStringValue();
    }
}
