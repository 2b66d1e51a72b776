package dev.fileapi.events;

import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileMarker;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events of the blob service, in the Event Grid schema or as CloudEvents (Microsoft Learn, "Azure Blob Storage as an Event Grid
 * source"). An event that is not about an upload is logged and skipped, since redelivery would not change that.
 */
@Singleton
public final class BlobEvents {

    private static final Logger LOG = LoggerFactory.getLogger(BlobEvents.class);
    private static final String BLOB_CREATED = "Microsoft.Storage.BlobCreated";
    /** How the subjects end of what the service writes beside uploads. */
    private static final List<String> OWN = List.of("/" + FileMarker.BLOB_NAME, ".description", "/inventory");

    private static final Pattern SUBJECT =
            Pattern.compile("/blobServices/default/containers/([^/]+)/blobs/(.+)", Pattern.DOTALL);

    private final ObjectMapper json;
    private final String container;

    BlobEvents(ObjectMapper json, BlobContainer container) {
        this.json = json;
        this.container = container.container();
    }

    /** The blobs of uploads that an event, or an array of events, says were created. */
    public List<BlobName> blobsCreated(String event) {
        List<BlobName> created = new ArrayList<>();
        for (JsonNode each : parse(event)) {
            Optional<BlobName> blob = blobCreated(each);
            if (blob.isEmpty()) {
                ignored(each);
            }
            blob.ifPresent(created::add);
        }
        return created;
    }

    /** Logs an event that is not about an upload: at debug level when the service's own blob caused it. */
    private static void ignored(JsonNode event) {
        String subject = text(event, "subject");
        if (subject != null && OWN.stream().anyMatch(subject::endsWith)) {
            LOG.debug("event of an own blob: subject={}", subject);
        } else {
            LOG.info("event ignored: type={} subject={}", type(event), subject);
        }
    }

    private List<JsonNode> parse(String event) {
        try {
            JsonNode parsed = json.readValue(event, JsonNode.class);
            if (parsed == null) {
                return List.of();
            }
            List<JsonNode> events = new ArrayList<>();
            if (parsed.isArray()) {
                parsed.values().forEach(events::add);
            } else {
                events.add(parsed);
            }
            return events;
        } catch (IOException e) {
            LOG.warn("event ignored: not valid JSON, length={}", event.length());
            return List.of();
        }
    }

    private Optional<BlobName> blobCreated(JsonNode event) {
        String subject = text(event, "subject");
        if (!BLOB_CREATED.equals(type(event)) || subject == null) {
            return Optional.empty();
        }
        Matcher parts = SUBJECT.matcher(subject);
        return parts.matches() && container.equals(parts.group(1))
                ? Optional.ofNullable(parts.group(2)).flatMap(BlobName::parse)
                : Optional.empty();
    }

    /** {@code eventType} in the Event Grid schema, {@code type} in CloudEvents. */
    private static @Nullable String type(JsonNode event) {
        String type = text(event, "eventType");
        return type == null ? text(event, "type") : type;
    }

    private static @Nullable String text(JsonNode event, String field) {
        JsonNode value = event.isObject() ? event.get(field) : null;
        return value == null || !value.isString() ? null : value.getStringValue();
    }
}
