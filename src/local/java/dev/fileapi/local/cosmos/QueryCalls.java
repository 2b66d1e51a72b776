package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.local.cosmos.sql.Query;
import dev.fileapi.local.cosmos.sql.QueryPlan;
import dev.fileapi.local.cosmos.sql.SqlException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers queries, their plans, and lists of all documents ("Query documents", Azure Cosmos DB REST API reference). */
final class QueryCalls {

    /** "Pagination in Azure Cosmos DB": the maximum number of results in a page when the client gives none. */
    private static final int DEFAULT_PAGE = 100;

    private final Container container;

    QueryCalls(Container container) {
        this.container = container;
    }

    Answer answer(Call call) {
        try {
            Query query = parse(call);
            return call.operation().startsWith("plan")
                    ? Answer.ok(QueryPlan.of(query), 0)
                    : container.read(() -> run(call, query));
        } catch (SqlException e) {
            String why = String.valueOf(e.getMessage());
            throw e.isUnsupported() ? Refusal.notImplemented(why) : Refusal.badRequest(why);
        }
    }

    private static Query parse(Call call) {
        if (call.method().equals("GET")) {
            return Query.parse("SELECT * FROM c", Map.of());
        }
        JsonNode body = Json.read(call.body());
        Map<String, JsonNode> parameters = new HashMap<>();
        body.path("parameters").forEach(each -> parameters.put(each.path("name").asText(), each.path("value")));
        return Query.parse(body.path("query").asText(), parameters);
    }

    private Answer run(Call call, Query query) {
        String token = call.header("x-ms-continuation");
        QueryRun.Page page = new QueryRun(query, container.definition().indexing())
                .page(documents(call), token.isEmpty() ? null : Continuation.parse(token), pageSize(call));
        ObjectNode body = Json.object()
                .put("_rid", container.rid())
                .put("_count", page.results().size());
        body.set("Documents", page.results());
        return new Answer(200, headers(call, page), body, page.charge());
    }

    private DocumentSet documents(Call call) {
        if (!call.header("x-ms-documentdb-partitionkey").isEmpty()) {
            LogicalPartition partition = container.find(new DocumentCalls(container).key(call));
            return partition == null ? new DocumentSet() : partition.documents();
        }
        if (!call.header("x-ms-start-epk").isEmpty()) {
            return container.between(call.header("x-ms-start-epk"), call.header("x-ms-end-epk"));
        }
        return physical(call).documents();
    }

    private PhysicalPartition physical(Call call) {
        List<PhysicalPartition> all = container.physicalPartitions();
        // "rid,id" or the id alone
        String header = call.header("x-ms-documentdb-partitionkeyrangeid");
        String id = header.substring(header.lastIndexOf(',') + 1);
        if (id.isEmpty() && all.size() > 1) {
            throw Refusal.badRequest("Cross partition query is required but disabled");
        }
        return all.stream()
                .filter(each -> id.isEmpty() || each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("partition key range " + id));
    }

    private Map<String, String> headers(Call call, QueryRun.Page page) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-ms-item-count", Integer.toString(page.results().size()));
        @Nullable String continuation = page.continuation();
        if (continuation != null) {
            headers.put("x-ms-continuation", continuation);
        }
        PhysicalPartition partition =
                call.header("x-ms-documentdb-partitionkey").isEmpty() ? physical(call) : null;
        if (partition != null) {
            headers.put("x-ms-session-token", partition.sessionToken());
        }
        return headers;
    }

    private static int pageSize(Call call) {
        String header = call.header("x-ms-max-item-count");
        int size = header.isEmpty() ? DEFAULT_PAGE : Integer.parseInt(header);
        return size > 0 ? size : Integer.MAX_VALUE;
    }
}
