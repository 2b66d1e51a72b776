package dev.fileapi.commands;

import dev.fileapi.events.DeadLetters;
import dev.fileapi.files.model.FilesException;
import dev.fileapi.files.store.Batch;
import dev.fileapi.functions.BlobCreatedFunction;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the events on which Event Grid gave up to the function that they were for, and removes each dead letter when all of its events are
 * done ("Event Grid message delivery and retry", dead-letter events). With {@code --dry-run} it only tells what there is.
 */
@Singleton
final class ReplayCommand implements Command {

    private static final String CONTAINER = "container";
    static final CommandForm FORM = new CommandForm(ReplayCommand.class, Set.of(CONTAINER), Set.of("dry-run"));

    private final DeadLetters letters;
    private final BlobCreatedFunction function;
    private final ObjectMapper json;

    ReplayCommand(DeadLetters letters, BlobCreatedFunction function, ObjectMapper json) {
        this.letters = letters;
        this.function = function;
        this.json = json;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        String container = arguments.value(CONTAINER).orElse("dead-letters");
        if (!letters.exists(container)) {
            throw new UsageException(
                    "There is no container " + container + " for dead letters: --" + CONTAINER + " names another");
        }
        boolean dryRun = arguments.has("dry-run");
        int done = 0;
        int left = 0;
        String continuation = null;
        do {
            Batch<String> batch = letters.list(container, continuation);
            for (String name : batch.items()) {
                boolean replayed = replay(letters.read(container, name), name, dryRun, out);
                if (replayed && !dryRun) {
                    letters.remove(container, name);
                }
                done += replayed ? 1 : 0;
                left += replayed ? 0 : 1;
            }
            continuation = batch.continuation();
        } while (continuation != null);
        out.println("Dead letters " + (dryRun ? "to replay: " : "replayed and removed: ") + done + ", left: " + left);
        return left == 0 ? WELL : NOT_WELL;
    }

    /** Whether all events of a dead letter are done. */
    private boolean replay(String content, String name, boolean dryRun, PrintStream out) {
        try {
            JsonNode events = json.readValue(content, JsonNode.class);
            if (events == null || !events.isArray()) {
                out.println("left " + name + ": it is no array of events");
                return false;
            }
            boolean all = true;
            for (JsonNode event : events.values()) {
                all &= replay(event, name, dryRun, out);
            }
            return all;
        } catch (IOException e) {
            out.println("left " + name + ": it is no JSON");
            return false;
        }
    }

    private boolean replay(JsonNode event, String name, boolean dryRun, PrintStream out) throws IOException {
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
            out.println("left " + what + ": " + e.getMessage());
            return false;
        }
    }

    private static @Nullable String text(JsonNode event, String field) {
        JsonNode value = event.isObject() ? event.get(field) : null;
        return value == null || !value.isString() ? null : value.getStringValue();
    }
}
