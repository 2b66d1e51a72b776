package dev.fileapi.local.functions;

import java.util.Set;

/** What makes a function run. */
public sealed interface Trigger {

    /**
     * A request.
     *
     * @param methods in upper case; empty for all
     */
    record Http(RouteTemplate route, Set<String> methods) implements Trigger {

        boolean takes(String method) {
            return methods.isEmpty() || methods.contains(method);
        }
    }

    /** An event that Event Grid delivers to the host's webhook. */
    record EventGrid() implements Trigger {}

    record Timer(NCronTab schedule) implements Trigger {}

    /** A new worker, before its first request. */
    record Warmup() implements Trigger {}
}
