package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.fileapi.local.cosmos.Conditions.Condition;
import dev.fileapi.local.cosmos.sql.Expression;
import dev.fileapi.local.cosmos.sql.Query;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers one page of a query over the documents of one partition. */
final class QueryRun {

    /** "Pagination in Azure Cosmos DB": a page ends at 4 MB, whatever page size was asked for. */
    private static final long MAX_PAGE_BYTES = 4L * 1024 * 1024;

    /**
     * A page of results.
     *
     * @param continuation null at the end
     */
    record Page(ArrayNode results, @Nullable String continuation, double charge) {}

    private final Query query;
    private final Conditions conditions;
    private final AccessPath path;
    private final ArrayNode results = Json.object().putArray("results");
    private final Set<JsonNode> seen = new HashSet<>();
    private long matched;
    private long loadedBytes;

    QueryRun(Query query, IndexingPolicy policy) {
        this.query = query;
        Query.Filter filter = query.filter();
        this.conditions = Conditions.of(filter == null ? null : filter.expression(), policy);
        checkOrder(query, policy);
        this.path = AccessPath.of(query, conditions, policy);
    }

    private static void checkOrder(Query query, IndexingPolicy policy) {
        List<IndexingPolicy.Component> order = query.orderBy().stream()
                .map(each -> new IndexingPolicy.Component(each.property().path(), each.descending()))
                .toList();
        if (!order.isEmpty() && !policy.orders(order)) {
            throw Refusal.badRequest(
                    order.size() == 1
                            ? "The index path corresponding to the specified order-by item is excluded."
                            : "The order by query does not have a corresponding composite index that it can be served from.");
        }
    }

    Page page(DocumentSet documents, @Nullable Continuation continuation, int pageSize) {
        Expression.Count count = query.aggregate();
        if (count != null) {
            return count(documents, count);
        }
        Long queryLimit = query.limit();
        long offset = continuation == null ? query.offset() : continuation.offset();
        long limit = continuation == null ? (queryLimit == null ? Long.MAX_VALUE : queryLimit) : continuation.limit();
        long bytes = 0;
        Position last = null;
        for (StoredDocument document : path.walk(documents, continuation == null ? null : continuation.after())) {
            if (results.size() >= limit) {
                break;
            }
            if (!matches(document)) {
                continue;
            }
            if (offset > 0) {
                offset--;
                continue;
            }
            if (last != null && (results.size() >= pageSize || bytes + document.size() > MAX_PAGE_BYTES)) {
                return new Page(results, new Continuation(last, 0, limit - results.size()).token(), charge());
            }
            give(document);
            bytes += document.size();
            last = path.position(document);
        }
        return new Page(results, null, charge());
    }

    private void give(StoredDocument document) {
        loadedBytes += document.size();
        JsonNode result = query.select().expression().evaluate(document.tree());
        if (!result.isMissingNode() && (!query.distinct() || seen.add(result))) {
            results.add(result);
        }
    }

    private Page count(DocumentSet documents, Expression.Count count) {
        long number = 0;
        for (StoredDocument document : path.walk(documents, null)) {
            if (matches(document) && !count.argument().evaluate(document.tree()).isMissingNode()) {
                number++;
            }
        }
        LongNode value = LongNode.valueOf(number);
        if (query.isPartialAggregate()) {
            results.addArray().addObject().set("item", value);
        } else {
            results.add(query.selectValue() ? value : Json.object().set("$1", value));
        }
        return new Page(results, null, charge());
    }

    /** Conditions that an index answers come first: what they rule out need not be loaded. */
    private boolean matches(StoredDocument document) {
        JsonNode tree = document.tree();
        boolean loaded = false;
        for (Condition condition : conditions.all()) {
            if (condition.covered() && !condition.expression().isTrueFor(tree)) {
                return false;
            }
            loaded |= !condition.covered();
        }
        matched++;
        if (loaded) {
            loadedBytes += document.size();
        }
        return conditions.all().stream()
                .allMatch(condition ->
                        condition.covered() || condition.expression().isTrueFor(tree));
    }

    private double charge() {
        return Charges.query(matched, loadedBytes);
    }
}
