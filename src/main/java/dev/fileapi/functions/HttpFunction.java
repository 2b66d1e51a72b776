package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.fileapi.access.AuthorizationHeader;
import dev.fileapi.functions.url.NormalizedRequest;
import dev.fileapi.http.problem.Problems;
import dev.fileapi.http.received.ReceivedRequest;
import dev.fileapi.http.received.RequestIds;
import dev.fileapi.http.settings.HttpSettings;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.azure.function.http.AzureFunctionHttpRequest;
import io.micronaut.azure.function.http.AzureFunctionHttpResponse;
import io.micronaut.azure.function.http.HttpRequestMessageHandler;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.servlet.http.BodyBuilder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every HTTP request to the controllers. The key of the host is not asked for: the caller's token is the authority. */
@Singleton
public final class HttpFunction {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);

    /** A cache would keep a 404 or a 410 beyond the moment at which it ends, and links are secrets. */
    private static final String NO_STORE = "no-store";

    private final HttpRequestMessageHandler handler;
    private final ConversionService conversion;
    private final BinaryTypeConfiguration binaryTypes;
    private final BodyBuilder bodies;
    private final Problems problems;
    private final HttpSettings settings;

    HttpFunction(
            HttpRequestMessageHandler handler,
            ConversionService conversion,
            BinaryTypeConfiguration binaryTypes,
            BodyBuilder bodies,
            Problems problems,
            HttpSettings settings) {
        this.handler = handler;
        this.conversion = conversion;
        this.binaryTypes = binaryTypes;
        this.bodies = bodies;
        this.problems = problems;
        this.settings = settings;
    }

    @FunctionName("WebApi")
    public HttpResponseMessage route(
            @HttpTrigger(name = "request", route = "{*path}", authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        RequestIds ids =
                RequestIds.of(request.getHeaders(), context.getInvocationId(), LoggedInvocation.traceOf(context));
        String url = NormalizedRequest.urlOf(request);
        AnswerHeaders headers = new AnswerHeaders(ids, settings.hasSecureUrl() || NormalizedRequest.isSecure(url));
        return new LoggedInvocation(context, ids.trace()).call(() -> answerOrApologise(request, url, headers, context));
    }

    private HttpResponseMessage answerOrApologise(
            HttpRequestMessage<Optional<String>> request, String url, AnswerHeaders headers, ExecutionContext context) {
        try {
            return answer(new NormalizedRequest(request, url), headers, context);
        } catch (RuntimeException e) {
            LOG.error("call failed outside of the router: cause={}", RedactedStackTrace.of(e));
            HttpResponseMessage.Builder answer = request.createResponseBuilder(HttpStatus.INTERNAL_SERVER_ERROR)
                    .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .body(problems.lastResort(headers.ids()));
            headers.all().forEach(answer::header);
            return answer.build();
        }
    }

    private HttpResponseMessage answer(NormalizedRequest message, AnswerHeaders always, ExecutionContext context) {
        AzureFunctionHttpRequest<Object> request = new AzureFunctionHttpRequest<>(
                message,
                new AzureFunctionHttpResponse<>(message, conversion, binaryTypes),
                context,
                conversion,
                binaryTypes,
                bodies);
        new ReceivedRequest(
                        message.originalMethod(),
                        message.originalPath(),
                        message.receivedHeaders(),
                        message.hasBody(),
                        always.ids())
                .keepWith(request);
        AuthorizationHeader.keep(request, message.receivedHeaders().get("authorization"));
        handler.exchange(request);
        // The host frames the body itself.
        MutableHttpHeaders headers = request.getResponse().getHeaders();
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.add(HttpHeaders.CACHE_CONTROL, NO_STORE);
        }
        always.all().forEach(headers::add);
        return CompressedAnswer.of(message, request.getResponse());
    }
}
