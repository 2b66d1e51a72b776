package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.fileapi.functions.url.NormalizedRequest;
import dev.fileapi.http.problem.Problems;
import dev.fileapi.http.request.RequestHeaders;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.azure.function.http.AzureFunctionHttpRequest;
import io.micronaut.azure.function.http.AzureFunctionHttpResponse;
import io.micronaut.azure.function.http.HttpRequestMessageHandler;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.http.HttpHeaders;
import io.micronaut.servlet.http.BodyBuilder;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every HTTP request to the controllers. The key of the host is not asked for: the caller's token is the authority. */
@Singleton
public final class HttpFunction {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFunction.class);

    private final HttpRequestMessageHandler handler;
    private final ConversionService conversion;
    private final BinaryTypeConfiguration binaryTypes;
    private final BodyBuilder bodies;
    private final Problems problems;

    HttpFunction(
            HttpRequestMessageHandler handler,
            ConversionService conversion,
            BinaryTypeConfiguration binaryTypes,
            BodyBuilder bodies,
            Problems problems) {
        this.handler = handler;
        this.conversion = conversion;
        this.binaryTypes = binaryTypes;
        this.bodies = bodies;
        this.problems = problems;
    }

    @FunctionName("WebApi")
    public HttpResponseMessage route(
            @HttpTrigger(name = "request", route = "{*path}", authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return new LoggedInvocation(context).call(() -> answerOrApologise(request, context));
    }

    private HttpResponseMessage answerOrApologise(
            HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        try {
            return answer(new NormalizedRequest(request), context);
        } catch (RuntimeException e) {
            LOG.error("call failed outside of the router: cause={}", RedactedStackTrace.of(e));
            return request.createResponseBuilder(HttpStatus.INTERNAL_SERVER_ERROR)
                    .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .body(problems.lastResort())
                    .build();
        }
    }

    private HttpResponseMessage answer(NormalizedRequest message, ExecutionContext context) {
        AzureFunctionHttpRequest<Object> request = new AzureFunctionHttpRequest<>(
                message,
                new AzureFunctionHttpResponse<>(message, conversion, binaryTypes),
                context,
                conversion,
                binaryTypes,
                bodies);
        RequestHeaders.keep(message.getHeaders(), request);
        handler.exchange(request);
        // The host frames the body itself.
        request.getResponse().getHeaders().remove(HttpHeaders.TRANSFER_ENCODING);
        return request.getResponse().getNativeResponse();
    }
}
