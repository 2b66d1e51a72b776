package dev.fileapi.local.samples;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers with the request as it came: a line for the URL, then query, headers and body. */
public final class EchoFunction {

    @FunctionName("ZEcho")
    public HttpResponseMessage run(
            @HttpTrigger(name = "request", route = "{*rest}", authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<byte[]>> request,
            ExecutionContext context) {
        List<String> lines = new ArrayList<>();
        lines.add(request.getHttpMethod() + " " + uri(request) + " by " + context.getFunctionName());
        request.getQueryParameters().forEach((name, value) -> lines.add("query " + name + "=" + value));
        request.getHeaders().forEach((name, value) -> lines.add("header " + name + "=" + value));
        lines.add("body "
                + request.getBody()
                        .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                        .orElse("none"));
        return request.createResponseBuilder(HttpStatus.OK)
                .body(String.join("\n", lines))
                .build();
    }

    private static String uri(HttpRequestMessage<?> request) {
        try {
            return request.getUri().toString();
        } catch (IllegalArgumentException e) {
            return "throws";
        }
    }
}
