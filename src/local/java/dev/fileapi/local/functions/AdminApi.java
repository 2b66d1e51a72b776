package dev.fileapi.local.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/**
 * Runs a function on demand ("Manually run a non HTTP-triggered function"): {@code POST /admin/functions/{name}}, for an event with
 * {@code {"input": "…"}}. Answers 202 whether it ends well or not. The real host does so at once; this one when the run has ended, so that a
 * caller sees what it did. No key is asked for.
 */
final class AdminApi {

    static final String PATH = "/admin/functions/";

    private static final JsonMapper JSON = new JsonMapper();

    private final Worker worker;
    private final List<Timer> timers;

    AdminApi(Worker worker, List<Timer> timers) {
        this.worker = worker;
        this.timers = timers;
    }

    Answer answer(Received request, String path) {
        String name = path.substring(PATH.length());
        Optional<LoadedFunction> function = worker.function(name);
        if (!request.method().equals("POST")
                || function.isEmpty()
                || function.get().description().trigger() instanceof Trigger.Http) {
            return Answer.of(404);
        }
        try {
            run(function.get(), request);
        } catch (FunctionFailedException e) {
            return Answer.of(202);
        } catch (JsonProcessingException e) {
            return Answer.of(400);
        }
        return Answer.of(202);
    }

    private void run(LoadedFunction function, Received request)
            throws FunctionFailedException, JsonProcessingException {
        Optional<Timer> timer = timers.stream()
                .filter(candidate -> candidate.name().equals(function.name()))
                .findFirst();
        if (timer.isPresent()) {
            timer.get().run();
        } else {
            worker.run(function, new Argument.Text(input(request)));
        }
    }

    private static String input(Received request) throws JsonProcessingException {
        return JSON.readTree(request.body().text()).path("input").asText();
    }
}
