package dev.fileapi.http.problem;

import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Gives the framework's own refusals, as of an unknown route, a wrong method or bad JSON, the form of the API's problems. */
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

    /** The API's own refusals say what to do; those of the framework are written for programmers, and name the router's address. */
    private static String detail(ErrorContext context, int status) {
        return context.getRootCause()
                .filter(cause -> cause.getClass() == HttpStatusException.class)
                .map(Throwable::getMessage)
                .orElseGet(() -> detailOfFramework(context, status));
    }

    private static String detailOfFramework(ErrorContext context, int status) {
        HttpRequest<?> request = context.getRequest();
        return switch (status) {
            case 401 -> "There is no token: send the header Authorization: Bearer <token>.";
            case 404 -> "No such endpoint; see /file/docs";
            case 405 ->
                ReceivedRequest.of(request).method() + " is not allowed for "
                        + ReceivedRequest.of(request).path() + "; see /file/docs";
            case 415 -> "The body must be JSON: send it with Content-Type: application/json.";
            case 422 -> context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining(", "));
            default -> "The request is malformed.";
        };
    }
}
