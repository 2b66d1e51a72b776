package dev.fileapi.blobs.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import reactor.core.publisher.Mono;

/**
 * Makes calls on the thread that waits for their answers anyway. The client for block blobs uploads by its asynchronous part, whose answers
 * Java's HTTP client completes on a thread of their own: on two processors or fewer a new one each time ({@code CompletableFuture}, default
 * executor). Downloads stay as they are, since their bytes come in pieces.
 */
final class WaitingHttpClient implements HttpClient {

    private final HttpClient client;

    WaitingHttpClient(HttpClient client) {
        this.client = client;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return request.getHttpMethod() == HttpMethod.GET
                ? client.send(request, context)
                : Mono.fromCallable(() -> client.sendSync(request, context));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return client.sendSync(request, context);
    }
}
