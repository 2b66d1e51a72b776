package dev.fileapi.local.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where Event Grid delivers events to functions, in its own schema or as CloudEvents, and proves that it may ("Endpoint validation
 * with Event Grid event schema", "CloudEvents v1.0 schema"). The functions of one delivery run at once, one for each event.
 */
final class EventGridWebhook {

    /** In lower case: any case will do. */
    static final String PATH = "/runtime/webhooks/eventgrid";

    private static final JsonMapper JSON = new JsonMapper();

    private final Worker worker;

    EventGridWebhook(Worker worker) {
        this.worker = worker;
    }

    Answer answer(Received request) {
        Optional<LoadedFunction> function = worker.function(
                        QueryMap.of(request.query()).getOrDefault("functionName", ""))
                .filter(found -> found.description().trigger() instanceof Trigger.EventGrid);
        if (function.isEmpty()) {
            return Answer.of(404);
        }
        if (request.method().equals("OPTIONS")) {
            return new Answer(
                    200,
                    Map.of(
                            "WebHook-Allowed-Origin",
                            request.header("webhook-request-origin"),
                            "WebHook-Allowed-Rate",
                            "*"),
                    Body.NONE);
        }
        try {
            List<JsonNode> events = events(request);
            return switch (request.header("aeg-event-type").toLowerCase(Locale.ROOT)) {
                case "subscriptionvalidation" -> validation(events);
                case "notification" -> deliver(function.get(), events);
                case "unsubscribe" -> Answer.of(202);
                default -> Answer.of(400);
            };
        } catch (JsonProcessingException e) {
            return Answer.of(400);
        }
    }

    private Answer deliver(LoadedFunction function, List<JsonNode> events) {
        List<CompletableFuture<Boolean>> runs = events.stream()
                .map(event -> worker.start(function, new Argument.Text(event.toString())))
                .toList();
        // all are waited for, also after a failure
        long failures =
                runs.stream().map(CompletableFuture::join).filter(well -> !well).count();
        return Answer.of(failures == 0 ? 202 : 500);
    }

    private static Answer validation(List<JsonNode> events) {
        if (events.size() != 1) {
            return Answer.of(400);
        }
        JsonNode code = events.get(0).path("data").path("validationCode");
        return Answer.json(
                200,
                JSON.createObjectNode().put("validationResponse", code.asText()).toString());
    }

    private static List<JsonNode> events(Received request) throws JsonProcessingException {
        JsonNode delivery = JSON.readTree(request.body().text());
        List<JsonNode> events = new ArrayList<>();
        if (delivery.isArray()) {
            delivery.forEach(events::add);
        } else if (delivery.isObject()) {
            events.add(delivery);
        }
        return events;
    }
}
