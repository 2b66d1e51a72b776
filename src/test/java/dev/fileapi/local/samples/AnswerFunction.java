package dev.fileapi.local.samples;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers in the way that the body of the request names. */
public final class AnswerFunction {

    @FunctionName("Answer")
    public @Nullable HttpResponseMessage run(
            @HttpTrigger(
                            name = "request",
                            route = "answers/{name}",
                            methods = HttpMethod.POST,
                            authLevel = AuthorizationLevel.ANONYMOUS)
                    HttpRequestMessage<Optional<String>> request) {
        HttpResponseMessage.Builder answer = request.createResponseBuilder(HttpStatus.OK);
        return switch (request.getBody().orElse("")) {
            case "null" -> null;
            case "exception" -> throw new IllegalStateException("asked for");
            case "bytes" -> answer.body(new byte[] {-2, -1}).build();
            case "json" ->
                answer.header("Content-Type", "application/json").body("{}").build();
            case "json bytes" ->
                answer.header("Content-Type", "application/json")
                        .body(new byte[] {'{', '}'})
                        .build();
            case "two cookies" ->
                answer.header("Set-Cookie", "a=1").header("set-cookie", "b=2").build();
            default -> answer.body("text").build();
        };
    }
}
