package dev.fileapi.http.problem;

import dev.fileapi.access.InsufficientRoleException;
import dev.fileapi.access.Role;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.http.settings.HttpSettings;
import dev.fileapi.logging.RedactedStackTrace;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into problem documents. What is not the caller's fault is logged, and told without its cause. */
@Singleton
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final HttpSettings settings;

    Problems(HttpSettings settings) {
        this.settings = settings;
    }

    /** The answer to a request that failed. */
    MutableHttpResponse<?> answer(HttpRequest<?> request, Throwable failure) {
        Problem problem = Problem.of(failure);
        log(request, problem, failure);
        Object document = failure instanceof InsufficientRoleException role ? document(role) : document(failure);
        MutableHttpResponse<?> response = HttpResponse.status(problem.status(), null);
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(secondsToWait(failure)));
        }
        return answer(request, response, document);
    }

    /** The answer to a request that the framework refuses with a status of its own. */
    MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> refusal, String detail) {
        Problem problem = switch (refusal.code()) {
            case 401 -> Problem.MISSING_TOKEN;
            case 422 -> Problem.VALIDATION;
            default -> refusal.code() >= 500 ? Problem.API_ERROR : Problem.BAD_REQUEST;
        };
        return answer(request, refusal, document(problem, refusal.code(), problem.isOurs() ? detail(problem) : detail));
    }

    /** What a failure is told as. */
    public ProblemDocument document(Throwable failure) {
        Problem problem = Problem.of(failure);
        return document(
                problem, problem.status(), problem.isOurs() ? detail(problem) : String.valueOf(failure.getMessage()));
    }

    /** The problem document, in JSON, of a fault that nothing else has answered. */
    public String lastResort() {
        ProblemDocument document = document(Problem.API_ERROR, Problem.API_ERROR.status(), detail(Problem.API_ERROR));
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(
                        document.type().replace("\\", "\\\\").replace("\"", "\\\""),
                        document.title(),
                        document.status(),
                        document.detail());
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> response, Object document) {
        if (response.code() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return request.getMethod() == HttpMethod.HEAD
                ? response
                : response.body(document).contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    private InsufficientRoleDocument document(InsufficientRoleException failure) {
        ProblemDocument problem = document((Throwable) failure);
        Role yourRole = failure.yourRole();
        return new InsufficientRoleDocument(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                failure.permittedRoles().stream().map(Role::wireName).toList(),
                yourRole == null ? null : yourRole.wireName());
    }

    private ProblemDocument document(Problem problem, int status, String detail) {
        return new ProblemDocument(settings.errorTypePrefix() + problem.suffix(), problem.title(), status, detail);
    }

    /** In whole seconds, as the header has it (RFC 9110, section 10.2.3). */
    private static long secondsToWait(Throwable failure) {
        Duration wait = failure instanceof MetadataStoreBusyException busy ? busy.retryAfter() : RETRY_AFTER;
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String detail(Problem problem) {
        return switch (problem) {
            case STORE_ERROR -> "The metadata store failed or did not answer in time: try again.";
            case STORE_BUSY -> "The metadata store has too much to do just now: try again in a moment.";
            case BAD_GATEWAY -> "Blob storage failed or did not answer in time: try again.";
            case UNAVAILABLE -> "The service cannot check tokens just now: try again in a moment.";
            default -> "The service failed: try again, and tell its operator if that does not help.";
        };
    }

    private static void log(HttpRequest<?> request, Problem problem, Throwable failure) {
        if (problem == Problem.STORE_BUSY) {
            LOG.warn("call put off: method={} path={} problem={}", request.getMethodName(), request.getPath(), problem);
        } else if (problem.isOurs()) {
            LOG.error(
                    "call failed: method={} path={} problem={} cause={}",
                    request.getMethodName(),
                    request.getPath(),
                    problem,
                    RedactedStackTrace.of(failure));
        } else {
            LOG.debug(
                    "call refused: method={} path={} problem={}", request.getMethodName(), request.getPath(), problem);
        }
    }
}
