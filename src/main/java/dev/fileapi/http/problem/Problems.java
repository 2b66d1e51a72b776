package dev.fileapi.http.problem;

import dev.fileapi.access.InsufficientRoleException;
import dev.fileapi.files.model.Retryable;
import dev.fileapi.http.received.ReceivedRequest;
import dev.fileapi.http.received.RequestIds;
import dev.fileapi.http.settings.HttpSettings;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into problem documents. The cause of what is not the caller's fault is logged, and not told. */
@Singleton
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final HttpSettings settings;

    Problems(HttpSettings settings) {
        this.settings = settings;
    }

    /** Returns the answer to a request that failed. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable failure) {
        Problem problem = Problem.of(failure);
        log(request, problem, failure);
        ProblemDocument document = document(request, failure);
        MutableHttpResponse<?> response = HttpResponse.status(problem.status(), null);
        if (failure instanceof Retryable || problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait(failure)));
        }
        return answer(
                response,
                failure instanceof InsufficientRoleException role
                        ? InsufficientRoleDocument.of(document, role)
                        : document);
    }

    /** Returns the answer to a request that the framework refuses with a status of its own. */
    MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> refusal, String detail) {
        Problem problem = switch (refusal.code()) {
            case 401 -> Problem.MISSING_TOKEN;
            case 422 -> Problem.VALIDATION;
            default -> refusal.code() >= 500 ? Problem.API_ERROR : Problem.BAD_REQUEST;
        };
        String told = problem.isOurs() ? detail(problem) : detail;
        return answer(refusal, document(problem, refusal.code(), told, idsOf(request)));
    }

    /** Returns the document of a failure. */
    public ProblemDocument document(HttpRequest<?> request, Throwable failure) {
        Problem problem = Problem.of(failure);
        String detail = problem.isOurs() ? detail(problem) : String.valueOf(failure.getMessage());
        return document(problem, problem.status(), detail, idsOf(request));
    }

    /** Returns the document, in JSON, of a fault outside of the router. */
    public String lastResort(RequestIds ids) {
        ProblemDocument document =
                document(Problem.API_ERROR, Problem.API_ERROR.status(), detail(Problem.API_ERROR), ids);
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"instance\":\"%s\"}"
                .formatted(
                        document.type().replace("\\", "\\\\").replace("\"", "\\\""),
                        document.title(),
                        document.status(),
                        document.detail(),
                        document.instance());
    }

    private static MutableHttpResponse<?> answer(MutableHttpResponse<?> response, Object document) {
        if (response.code() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.body(document).contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private ProblemDocument document(Problem problem, int status, String detail, RequestIds ids) {
        return new ProblemDocument(
                settings.errorTypePrefix() + problem.suffix(), problem.title(), status, detail, ids.requestId());
    }

    private static RequestIds idsOf(HttpRequest<?> request) {
        return ReceivedRequest.of(request).ids();
    }

    /** Returns whole seconds, as the header has them (RFC 9110, section 10.2.3). */
    private static long secondsToWait(Throwable failure) {
        Duration wait = failure instanceof Retryable retryable ? retryable.retryAfter() : RETRY_AFTER;
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String detail(Problem problem) {
        return switch (problem) {
            case STORE_ERROR -> "The metadata store failed or did not answer in time: try again.";
            case STORE_BUSY -> "The metadata store is overloaded: try again in a moment.";
            case SERVICE_BUSY -> "The service is overloaded: try again in a moment.";
            case BAD_GATEWAY -> "Blob storage failed or did not answer in time: try again.";
            case UNAVAILABLE -> "Tokens cannot be verified at the moment: try again in a moment.";
            default -> "The service failed: try again, and tell its operator if that does not help.";
        };
    }

    private static void log(HttpRequest<?> request, Problem problem, Throwable failure) {
        String method = ReceivedRequest.of(request).method();
        String path = ReceivedRequest.of(request).path();
        if (problem == Problem.STORE_BUSY || problem == Problem.SERVICE_BUSY) {
            LOG.warn("call put off: method={} path={} problem={}", method, path, problem);
        } else if (problem.isOurs()) {
            LOG.error(
                    "call failed: method={} path={} problem={} cause={}",
                    method,
                    path,
                    problem,
                    RedactedStackTrace.of(failure));
        } else {
            LOG.debug("call refused: method={} path={} problem={}", method, path, problem);
        }
    }
}
