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
 * executor). Downloads stay as they are, since their bytes come in pieces, but for those that say that they ask for few.
 */
final class WaitingHttpClient implements HttpClient {

    private static final String FEW = "few-bytes";

    /** Of a call whose answer is short, whatever it is. */
    static final Context FEW_BYTES = new Context(FEW, true);

    /** Has the whole answer read at once, within the client's time-out (azure-core, HttpUtils). */
    private static final String EAGERLY = "azure-eagerly-read-response";

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
        if (request.getHttpMethod() != HttpMethod.GET) {
            return Mono.fromCallable(() -> client.sendSync(request, context));
        }
        return context.getData(FEW).isPresent()
                ? Mono.fromCallable(() -> client.sendSync(request, context.addData(EAGERLY, true)))
                : client.send(request, context);
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return client.sendSync(request, context);
    }
}
