package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.local.cosmos.sql.JsonOrder;
import java.util.Comparator;
import java.util.List;

/**
 * A place in an index: the values of its properties, then the document's number. With fewer values it is the place before all, or
 * with the greatest number after all, that begin with them.
 */
record Position(List<JsonNode> values, long number) {

    static final long FIRST = Long.MIN_VALUE;
    static final long LAST = Long.MAX_VALUE;

    /** @param descending for each value whether greater ones come first */
    static Comparator<Position> order(List<Boolean> descending) {
        return (left, right) -> {
            int common = Math.min(left.values.size(), right.values.size());
            for (int at = 0; at < common; at++) {
                int compared = JsonOrder.INSTANCE.compare(left.values.get(at), right.values.get(at));
                if (compared != 0) {
                    return descending.get(at) ? -compared : compared;
                }
            }
            if (left.values.size() == right.values.size()) {
                return Long.compare(left.number, right.number);
            }
            return left.values.size() < right.values.size() ? left.asBound() : -right.asBound();
        };
    }

    private int asBound() {
        return number == LAST ? 1 : -1;
    }
}
