package dev.fileapi.local.cosmos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Takes each call to what it names. */
final class Router {

    private static final String RANGES_ETAG = "\"ranges\"";

    private final Account account;
    private final String endpoint;

    /** @param endpoint what clients are told to go on with */
    Router(Account account, String endpoint) {
        this.account = account;
        this.endpoint = endpoint;
    }

    Answer answer(Call call) {
        switch (call.segments().size()) {
            case 0 -> {
                return Answer.ok(Account.describe(endpoint), 0);
            }
            case 1, 2 -> {
                return database(call);
            }
            case 3, 4 -> {
                return container(call, account.find(call.segments().get(1)));
            }
            default -> {
                return inContainer(call);
            }
        }
    }

    private Answer database(Call call) {
        switch (call.operation()) {
            case "create dbs" -> {
                return Answer.created(
                        account.create(Json.object(call.body()).path("id").asText())
                                .describe());
            }
            case "read dbs" -> {
                return Answer.ok(account.find(call.segments().get(1)).describe(), Charges.POINT_READ);
            }
            case "delete dbs" -> {
                account.delete(call.segments().get(1));
                return new Answer(204, Map.of(), null, Charges.POINT_READ);
            }
            default -> {
                throw Refusal.notImplemented(call.operation());
            }
        }
    }

    private static Answer container(Call call, Database database) {
        List<String> path = call.segments();
        switch (call.operation()) {
            case "create colls" -> {
                return Answer.created(database.create(Json.object(call.body())).describe());
            }
            case "read colls" -> {
                return Answer.ok(database.find(path.get(3)).describe(), Charges.POINT_READ);
            }
            case "replace colls" -> {
                Container container = database.find(path.get(3));
                container.redefine(ContainerDefinition.of(Json.object(call.body())));
                return Answer.ok(container.describe(), Charges.POINT_READ);
            }
            case "delete colls" -> {
                database.delete(path.get(3));
                return new Answer(204, Map.of(), null, Charges.POINT_READ);
            }
            default -> {
                throw Refusal.notImplemented(call.operation());
            }
        }
    }

    private Answer inContainer(Call call) {
        Container container;
        try {
            container =
                    account.find(call.segments().get(1)).find(call.segments().get(3));
        } catch (Refusal e) {
            throw Refusal.ownerNotFound(e.text());
        }
        switch (call.resourceType()) {
            case "pkranges" -> {
                return ranges(call, container);
            }
            case "docs" -> {
                return documents(call, container);
            }
            default -> {
                throw Refusal.notImplemented(call.operation());
            }
        }
    }

    private static Answer documents(Call call, Container container) {
        switch (call.operation()) {
            case "query docs", "plan docs", "list docs" -> {
                return new QueryCalls(container).answer(call);
            }
            case "batch docs" -> {
                return new BatchCalls(container).answer(call);
            }
            default -> {
                return new DocumentCalls(container).answer(call);
            }
        }
    }

    /** A feed of changes: a client asks again with the ETag it was given, and the ranges never change. */
    private static Answer ranges(Call call, Container container) {
        if (call.header("if-none-match").equals(RANGES_ETAG)) {
            return new Answer(304, Map.of("etag", RANGES_ETAG), null, Charges.POINT_READ);
        }
        ArrayNode ranges = container.describePartitions();
        ObjectNode body = Json.object().put("_rid", container.rid()).put("_count", ranges.size());
        body.set("PartitionKeyRanges", ranges);
        return new Answer(200, Map.of("etag", RANGES_ETAG), body, Charges.POINT_READ);
    }
}
