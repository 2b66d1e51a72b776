package dev.fileapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fileapi.client.Api.Answer;
import dev.fileapi.client.Retries.Repeat;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service's calls in one workspace, one method each. */
final class Workspace {

    private final Api api;
    private final ApiUrl url;
    private final RetryPolicy retryPolicy;

    Workspace(Api api, ApiUrl url, RetryPolicy retryPolicy) {
        this.api = api;
        this.url = url;
        this.retryPolicy = retryPolicy;
    }

    /**
     * Makes a call for many items, and again for those that failed for a while.
     *
     * @throws FileApiException when the call itself is refused
     */
    <R, T> List<Outcome<R, T>> batch(BatchCall<R, T> call, List<R> items, Cancellation cancellation) {
        List<Outcome<R, T>> outcomes = new ArrayList<>(call.make(api, url, items, cancellation));
        for (int attempt = 1; retryPolicy.allows(attempt, null); attempt++) {
            List<Integer> again = IntStream.range(0, outcomes.size())
                    .filter(i -> call.repeat().allows(outcomes.get(i).failure()))
                    .boxed()
                    .toList();
            if (again.isEmpty()) {
                break;
            }
            cancellation.sleep(retryPolicy.delay(attempt, null));
            List<Outcome<R, T>> repeated =
                    call.make(api, url, again.stream().map(items::get).toList(), cancellation);
            for (int i = 0; i < again.size(); i++) {
                outcomes.set(again.get(i), repeated.get(i));
            }
        }
        return outcomes;
    }

    /** Does the same; a call that is refused is a failure of each of its items. */
    <R, T> List<Outcome<R, T>> batchOfEach(BatchCall<R, T> call, List<R> items, Cancellation cancellation) {
        try {
            return batch(call, items, cancellation);
        } catch (FileApiException e) {
            return items.stream().map(item -> Outcome.<R, T>failed(item, e)).toList();
        }
    }

    /**
     * Changes all files whose paths begin like the body's prefix, and returns how many.
     *
     * @throws FileApiException the first problem of a file
     */
    long changePrefix(String target, ObjectNode body) {
        long changed = 0;
        while (true) {
            JsonNode answer = api.call("POST", url.in(target), body, List.of(), Repeat.ALWAYS, new Cancellation())
                    .document();
            for (JsonNode file : answer.path("files")) {
                if (file.has("problem")) {
                    throw FileApiException.of(Api.as(file.path("problem"), Problem.class), null);
                }
                changed++;
            }
            if (!answer.hasNonNull("next")) {
                return changed;
            }
            body.put("cursor", answer.path("next").asText());
        }
    }

    /** Returns a link for a new version. A key of its own lets the call be repeated. */
    UploadLink uploadLink(UploadRequest request, UploadDeclaration declaration, Cancellation cancellation) {
        String key = request.idempotencyKey() == null ? UUID.randomUUID().toString() : request.idempotencyKey();
        List<Header> headers = new ArrayList<>(List.of(new Header("Idempotency-Key", key)));
        request.condition().header().ifPresent(headers::add);
        String target = FileRef.path(request.path()).target();
        return BatchCall.link(
                declaration,
                api.call("PUT", url.in(target), declaration.json(), headers, Repeat.ALWAYS, cancellation)
                        .document());
    }

    /** Returns a fresh link for an upload in progress. */
    UploadLink renewedLink(UploadRef ref, String path, Cancellation cancellation) {
        URI uri = url.in("/files/" + ref.fileId() + "?version_id=" + ref.versionId());
        return BatchCall.link(
                UploadDeclaration.of(path),
                api.call("PUT", uri, null, List.of(), Repeat.ALWAYS, cancellation)
                        .document());
    }

    DownloadLink downloadLink(FileRef ref, Cancellation cancellation) {
        return BatchCall.downloadLink(
                api.get(url.in(ref.target() + version(ref, "?")), cancellation).document());
    }

    StoredFile file(FileRef ref) {
        return api.get(url.in(ref.target() + version(ref, "?")), new Cancellation())
                .as(StoredFile.class);
    }

    List<FileVersion> versions(FileRef ref) {
        JsonNode versions = api.get(
                        url.in(ref.target() + "?include_versions=true" + version(ref, "&")), new Cancellation())
                .document()
                .path("versions");
        return List.of(Api.as(versions, FileVersion[].class));
    }

    StoredFile changeTags(UUID fileId, Map<String, String> tags, Condition condition) {
        ObjectNode body = Json.object();
        tags.forEach(body.putObject("tags")::put);
        // the ETag stays as it is, so that a condition holds again
        return api.call(
                        "PATCH",
                        url.in("/files/" + fileId),
                        body,
                        headers(condition),
                        Repeat.ALWAYS,
                        new Cancellation())
                .as(StoredFile.class);
    }

    void delete(FileRef ref, Condition condition) {
        // repeated after it has succeeded, the condition would not hold any more
        Repeat repeat = condition.isNone() ? Repeat.ALWAYS : Repeat.IF_REFUSED;
        api.call("DELETE", url.in(ref.target()), null, headers(condition), repeat, new Cancellation());
    }

    void restore(UUID fileId) {
        api.call(
                "PUT",
                url.in("/files/" + fileId + "?deleted=false"),
                null,
                List.of(),
                Repeat.ALWAYS,
                new Cancellation());
    }

    /** Returns the answer: the file, or with 202 the copy that is made. */
    Answer promote(UUID fileId, String versionId, Condition condition) {
        List<Header> headers = new ArrayList<>(headers(condition));
        headers.add(new Header("Idempotency-Key", UUID.randomUUID().toString()));
        URI uri = url.in("/files/" + fileId + "/versions/" + versionId + "/promote");
        return api.call("POST", uri, null, headers, Repeat.ALWAYS, new Cancellation());
    }

    Caller me() {
        return api.get(url.me(), new Cancellation()).as(Caller.class);
    }

    Upload upload(UploadRef ref, Cancellation cancellation) {
        return api.get(url.in(ref.target()), cancellation).as(Upload.class);
    }

    void cancel(UploadRef ref) {
        api.call("DELETE", url.in(ref.target()), null, List.of(), Repeat.ALWAYS, new Cancellation());
    }

    Stream<JsonNode> pages(String target, String query, Cancellation cancellation) {
        return Pages.of(cursor -> {
            String cursored = target + "?" + query + (query.isEmpty() ? "" : "&") + "cursor=" + ApiUrl.encode(cursor);
            return api.get(url.in(cursored), cancellation).document();
        });
    }

    private static List<Header> headers(Condition condition) {
        return condition.header().stream().toList();
    }

    private static String version(FileRef ref, String separator) {
        @Nullable String version = ref.versionId();
        return version == null ? "" : separator + "version_id=" + version;
    }
}
