package dev.fileapi.local.cosmos;

import java.time.Duration;
import java.util.function.Predicate;

/** What goes wrong with a call. */
public sealed interface Fault {

    /** The connection is dropped; nothing was done. */
    record LostBefore() implements Fault {}

    /** It is done, and then the connection is dropped instead of the answer. */
    record LostAfter() implements Fault {}

    /** It is refused with this status; nothing was done. */
    record Refused(int status, int subStatus) implements Fault {}

    /** It is answered late. */
    record Late(Duration by) implements Fault {}

    /** Calls of this operation, as {@code create docs} ({@link Call#operation()}). */
    static Predicate<Call> on(String operation) {
        return call -> call.operation().equals(operation);
    }

    /** Calls that may change a document. */
    static Predicate<Call> onWrites() {
        return call -> call.resourceType().equals("docs") && !call.operation().matches("(read|query|plan|list) docs");
    }
}
