package dev.fileapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.client.Retries.Repeat;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A call that takes up to 1,000 items, each with a result or a problem of its own.
 *
 * @param target the call, below the workspace
 * @param asked the key of the items
 * @param answered the key of the results
 * @param json an item as it is sent
 * @param value the result of an item without a problem
 * @param repeat after which failures it may be repeated
 */
record BatchCall<R, T>(
        String target,
        String asked,
        String answered,
        Function<R, JsonNode> json,
        BiFunction<R, JsonNode, T> value,
        Repeat repeat) {

    static final int MAX_ITEMS = 1_000;

    /** A link that is not used has no effect, so it may be asked for again. */
    static final BatchCall<UploadDeclaration, UploadLink> LINKS = new BatchCall<>(
            "/uploads",
            "uploads",
            "uploads",
            declaration -> declaration.json().put("path", declaration.path()),
            BatchCall::link,
            Repeat.ALWAYS);

    static final BatchCall<UploadRef, CompletedUpload> COMPLETE = new BatchCall<>(
            "/uploads/complete",
            "uploads",
            "uploads",
            Json::node,
            (ref, result) -> Api.as(result, CompletedUpload.class),
            Repeat.ALWAYS);

    static final BatchCall<FileRef, DownloadLink> DOWNLOADS = downloads(Json::node);

    /** Links that are valid for a time of the caller's. */
    static BatchCall<FileRef, DownloadLink> downloads(Duration lifetime) {
        return downloads(ref -> ((ObjectNode) Json.node(ref)).put("expires_in", lifetime.toSeconds()));
    }

    private static BatchCall<FileRef, DownloadLink> downloads(Function<FileRef, JsonNode> json) {
        return new BatchCall<>(
                "/downloads", "files", "downloads", json, (ref, result) -> downloadLink(result), Repeat.ALWAYS);
    }

    /** A deletion whose answer was lost cannot be told from one that a condition has prevented. */
    static BatchCall<Deletion, Boolean> deletions(List<Deletion> files) {
        boolean conditional = files.stream().anyMatch(file -> file.ifMatch() != null);
        return new BatchCall<>(
                "/files/delete",
                "files",
                "files",
                Json::node,
                (deletion, result) -> result.path("deleted").asBoolean(),
                conditional ? Repeat.IF_REFUSED : Repeat.ALWAYS);
    }

    static BatchCall<Move, StoredFile> moves(List<Move> files) {
        return new BatchCall<>(
                "/files/move",
                "files",
                "files",
                Json::node,
                (move, result) -> Api.as(result.path("file"), StoredFile.class),
                files.stream().allMatch(Move::mayBeRepeated) ? Repeat.ALWAYS : Repeat.IF_REFUSED);
    }

    /** Returns the results in the order of the items. */
    List<Outcome<R, T>> make(Api api, ApiUrl url, List<R> items, Cancellation cancellation) {
        List<Outcome<R, T>> outcomes = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); from += MAX_ITEMS) {
            List<R> chunk = items.subList(from, Math.min(items.size(), from + MAX_ITEMS));
            ObjectNode body = Json.object();
            ArrayNode array = body.putArray(asked);
            chunk.forEach(item -> array.add(json.apply(item)));
            JsonNode results = api.call("POST", url.in(target), body, List.of(), repeat, cancellation)
                    .document()
                    .path(answered);
            if (results.size() != chunk.size()) {
                throw FileApiException.noAnswer(new IOException("the answer has not one result for each item"));
            }
            for (int i = 0; i < chunk.size(); i++) {
                outcomes.add(outcome(chunk.get(i), results.path(i)));
            }
        }
        return outcomes;
    }

    private Outcome<R, T> outcome(R item, JsonNode result) {
        try {
            JsonNode problem = result.get("problem");
            return problem == null
                    ? Outcome.of(item, value.apply(item, result))
                    : Outcome.failed(item, FileApiException.of(Api.as(problem, Problem.class), null));
        } catch (FileApiException e) {
            return Outcome.failed(item, e);
        }
    }

    /** An answer to a single call does not repeat the path. */
    static UploadLink link(UploadDeclaration declaration, JsonNode result) {
        return Api.as(((ObjectNode) result).put("path", declaration.path()), UploadLink.class);
    }

    static DownloadLink downloadLink(JsonNode result) {
        return new DownloadLink(Api.as(result, StoredFile.class), Api.as(result.path("download"), URI.class));
    }
}
