package dev.fileapi.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what a controller or a use case throws; the framework's own refusals have handlers of their own. */
@Singleton
@SuppressWarnings("rawtypes") // the interface takes a raw HttpRequest
final class ProblemHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        return problems.answer(request, failure);
    }
}
