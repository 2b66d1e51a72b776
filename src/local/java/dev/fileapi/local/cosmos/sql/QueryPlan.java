package dev.fileapi.local.cosmos.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/**
 * What the gateway tells a client about a query: how to merge the partitions' answers, and the query to send them instead. The
 * shape is that of the client's {@code PartitionedQueryExecutionInfo}.
 */
public final class QueryPlan {

    /** Where the client puts the condition that resumes an ordered query. */
    private static final String RESUME = "{documentdb-formattableorderbyquery-filter}";

    private QueryPlan() {}

    public static ObjectNode of(Query query) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("partitionedQueryExecutionInfoVersion", 2);
        plan.set("queryInfo", info(query));
        plan.putArray("queryRanges")
                .addObject()
                .put("min", "")
                .put("max", "FF")
                .put("isMinInclusive", true)
                .put("isMaxInclusive", false);
        return plan;
    }

    private static ObjectNode info(Query query) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("distinctType", query.distinct() ? (query.orderBy().isEmpty() ? "Unordered" : "Ordered") : "None");
        info.putNull("top");
        if (query.limit() != null) {
            info.put("offset", query.offset()).put("limit", query.limit());
        }
        ArrayNode orders = info.putArray("orderBy");
        ArrayNode expressions = info.putArray("orderByExpressions");
        query.orderBy().forEach(order -> {
            orders.add(order.descending() ? "Descending" : "Ascending");
            expressions.add(order.text());
        });
        info.putArray("groupByExpressions");
        info.putArray("groupByAliases");
        ArrayNode aggregates = info.putArray("aggregates");
        if (query.aggregate() != null) {
            aggregates.add("Count");
        }
        info.putObject("groupByAliasToAggregateType");
        info.put("rewrittenQuery", rewritten(query));
        info.put("hasSelectValue", query.selectValue());
        info.put("hasNonStreamingOrderBy", false);
        return info;
    }

    private static String rewritten(Query query) {
        boolean needed = !query.orderBy().isEmpty() || query.aggregate() != null || query.limit() != null;
        return needed ? select(query) + " FROM " + query.source() + where(query) + order(query) + limit(query) : "";
    }

    private static String select(Query query) {
        String distinct = query.distinct() ? "DISTINCT " : "";
        if (query.aggregate() != null) {
            return "SELECT VALUE [{\"item\": " + query.select().text() + "}]";
        }
        if (query.orderBy().isEmpty()) {
            return "SELECT " + distinct + "VALUE " + query.select().text();
        }
        return "SELECT " + distinct + alias(query) + "._rid, "
                + query.orderBy().stream()
                        .map(order -> "{\"item\": " + order.text() + "}")
                        .collect(Collectors.joining(", ", "[", "]"))
                + " AS orderByItems, " + query.select().text() + " AS payload";
    }

    private static String alias(Query query) {
        String source = query.source();
        return source.substring(source.lastIndexOf(' ') + 1);
    }

    private static String where(Query query) {
        String filter = query.filter() == null ? "" : "(" + query.filter().text() + ")";
        if (query.orderBy().isEmpty()) {
            return filter.isEmpty() ? "" : " WHERE " + filter;
        }
        return " WHERE " + (filter.isEmpty() ? "" : filter + " AND ") + "(" + RESUME + ")";
    }

    private static String order(Query query) {
        return query.orderBy().isEmpty()
                ? ""
                : query.orderBy().stream()
                        .map(order -> order.text() + (order.descending() ? " DESC" : " ASC"))
                        .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    /** The client itself skips what the offset says, since it cannot know from which partition. */
    private static String limit(Query query) {
        return query.limit() == null ? "" : " OFFSET 0 LIMIT " + (query.offset() + query.limit());
    }
}
