package dev.fileapi.local.functions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers requests by HTTP functions: the first one, in order of their names, whose route and methods fit. */
final class HttpFunctions {

    /** The header in which App Service's front end hands on the path and query that it received. */
    private static final String UNENCODED_URL = "x-waws-unencoded-url";

    private final Worker worker;
    private final List<Endpoint> endpoints;
    private final boolean sendUnencodedUrl;

    HttpFunctions(Worker worker, String routePrefix, boolean sendUnencodedUrl) {
        this.worker = worker;
        this.sendUnencodedUrl = sendUnencodedUrl;
        this.endpoints = worker.functions().stream()
                .flatMap(function -> function.description().trigger() instanceof Trigger.Http http
                        ? Optional.of(new Endpoint(
                                        new Trigger.Http(http.route().under(routePrefix), http.methods()), function))
                                .stream()
                        : Optional.<Endpoint>empty().stream())
                .toList();
    }

    Answer answer(Received request, HostPath path) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.trigger().route().matches(path.decoded())
                    && endpoint.trigger().takes(request.method())) {
                return answer(endpoint.function(), request, path);
            }
        }
        return Answer.of(404);
    }

    private Answer answer(LoadedFunction function, Received request, HostPath path) {
        HostRequest message = new HostRequest(
                url(request, path), request.method(), headers(request), QueryMap.of(request.query()), null);
        try {
            return HostResponse.answer(
                    worker.run(function, new Argument.Request(message, request.body(), request.isBinary())));
        } catch (FunctionFailedException e) {
            return Answer.of(500);
        }
    }

    private static String url(Received request, HostPath path) {
        String query = request.target().substring(request.path().length());
        return "http://" + request.header("host") + path.encoded() + query;
    }

    private Map<String, String> headers(Received request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        if (sendUnencodedUrl) {
            headers.put(UNENCODED_URL, request.target());
        }
        return headers;
    }

    private record Endpoint(Trigger.Http trigger, LoadedFunction function) {}
}
