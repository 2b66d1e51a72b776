package dev.fileapi.http.problem;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Gives the framework's own refusals, as of an unknown route, a wrong method or bad JSON, the form of the API's. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Object> {

    private final Problems problems;

    ProblemProcessor(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("unchecked") // the body is an Object
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> refusal) {
        return (MutableHttpResponse<Object>)
                problems.answer(context.getRequest(), refusal, detail(context, refusal.code()));
    }

    /** What the API's own refusals say; of the framework's, which are written for programmers, what a caller can do. */
    private static String detail(ErrorContext context, int status) {
        return context.getRootCause()
                .filter(HttpStatusException.class::isInstance)
                .map(Throwable::getMessage)
                .orElseGet(() -> detailOfFramework(context, status));
    }

    private static String detailOfFramework(ErrorContext context, int status) {
        return switch (status) {
            case 401 -> "There is no token: send the header Authorization: Bearer <token>.";
            case 404 -> "There is nothing at this address.";
            case 405 ->
                "This address does not take the method " + context.getRequest().getMethodName() + ".";
            case 415 -> "The body must be JSON: send it with Content-Type: application/json.";
            case 422 -> context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining(", "));
            default -> "The request is malformed.";
        };
    }
}
