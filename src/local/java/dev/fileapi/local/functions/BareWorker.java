package dev.fileapi.local.functions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Runs an app's functions without a host's HTTP, timers and events: what is left is the worker's own share, to be measured. */
public final class BareWorker implements AutoCloseable {

    private final Worker worker;
    private final HttpFunctions functions;

    /**
     * Loads all functions and has an instance of each made.
     *
     * @throws Exception when one cannot be
     */
    public BareWorker(FunctionApp app, String routePrefix) throws Exception {
        this.worker = new Worker(app);
        this.functions = new HttpFunctions(worker, routePrefix, true);
    }

    /** Runs the functions that warm a new worker up. */
    public void warmUp() throws FunctionFailedException {
        for (LoadedFunction function : worker.functions()) {
            if (function.description().trigger() instanceof Trigger.Warmup) {
                worker.run(function, new Argument.Text("{}"));
            }
        }
    }

    /**
     * Returns the answer to a request without a body.
     *
     * @param headers by name in lower case
     */
    public Reply request(String method, String target, Map<String, String> headers) {
        Received request = new Received(method, target, headers, Body.NONE);
        Answer answer = HostPath.of(request.path())
                .map(path -> functions.answer(request, path))
                .orElseGet(() -> Answer.of(400));
        return new Reply(answer.status(), answer.body().buffer());
    }

    @Override
    public void close() throws IOException {
        worker.close();
    }

    /** What a request was answered with. */
    public record Reply(int status, ByteBuffer body) {}
}
