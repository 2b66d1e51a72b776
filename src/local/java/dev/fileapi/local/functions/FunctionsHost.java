package dev.fileapi.local.functions;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serves functions over HTTP on this machine: their routes, Event Grid's webhook, the admin API to run one on demand, and pages of its own. */
public final class FunctionsHost implements AutoCloseable {

    private final Worker worker;
    private final List<Timer> timers;
    private final HttpFunctions functions;
    private final EventGridWebhook webhook;
    private final AdminApi admin;
    private final Map<String, Page> pages;
    private final HttpListener listener;

    private FunctionsHost(Worker worker, FunctionsHostOptions options) throws Exception {
        this.worker = worker;
        this.timers = timers(worker, options.clock());
        this.functions = new HttpFunctions(worker, options.routePrefix(), options.unencodedUrl());
        this.webhook = new EventGridWebhook(worker);
        this.admin = new AdminApi(worker, timers);
        this.pages = options.pages();
        this.listener = HttpListener.open(options.port(), worker.threads(), this::answer);
    }

    /**
     * Loads the functions, warms them up and serves them.
     *
     * @throws Exception when a function or its instance cannot be made, or the port is taken; nothing is left running
     */
    public static FunctionsHost start(FunctionApp app, FunctionsHostOptions options) throws Exception {
        Worker worker = new Worker(app);
        try {
            for (LoadedFunction function : worker.functions()) {
                if (function.description().trigger() instanceof Trigger.Warmup) {
                    worker.run(function, new Argument.Text("{}"));
                }
            }
            FunctionsHost host = new FunctionsHost(worker, options);
            if (options.timers()) {
                host.timers.forEach(Timer::start);
            }
            return host;
        } catch (Exception e) {
            worker.close();
            throw e;
        }
    }

    /** Where it serves, without a slash at its end. */
    public URI address() {
        return listener.address();
    }

    /** Where Event Grid delivers events to a function. */
    public URI webhook(String functionName) {
        return URI.create(address() + EventGridWebhook.PATH + "?functionName=" + functionName);
    }

    /** Where Event Grid delivers events, one address for each function that takes them. */
    public List<URI> webhooks() {
        return worker.functions().stream()
                .filter(function -> function.description().trigger() instanceof Trigger.EventGrid)
                .map(function -> webhook(function.name()))
                .toList();
    }

    /** Lets requests and runs under way end, for a few seconds. */
    @Override
    public void close() throws IOException {
        timers.forEach(Timer::close);
        try {
            listener.close();
        } finally {
            worker.close();
        }
    }

    private static List<Timer> timers(Worker worker, Clock clock) {
        return worker.functions().stream()
                .filter(function -> function.description().trigger() instanceof Trigger.Timer)
                .map(function -> new Timer(
                        worker,
                        function,
                        ((Trigger.Timer) function.description().trigger()).schedule(),
                        clock))
                .toList();
    }

    private Answer answer(Received request) {
        Optional<HostPath> received = HostPath.of(request.path());
        if (received.isEmpty()) {
            return Answer.of(400);
        }
        String path = received.get().decoded();
        String known = path.toLowerCase(Locale.ROOT);
        if (known.equals(EventGridWebhook.PATH)) {
            return webhook.answer(request);
        }
        Page page = pages.get(path);
        if (page != null) {
            return page.answer(request);
        }
        return known.startsWith(AdminApi.PATH)
                ? admin.answer(request, path)
                : functions.answer(request, received.get());
    }
}
