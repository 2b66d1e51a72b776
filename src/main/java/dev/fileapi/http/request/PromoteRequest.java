package dev.fileapi.http.request;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a call to promote a version asks for, besides the ids.
 *
 * @param condition of the headers {@code If-Match} and {@code If-None-Match}; null: none
 * @param idempotencyKey null: none
 */
public record PromoteRequest(
        @Nullable UploadCondition condition, @Nullable String idempotencyKey) {

    /**
     * Reads a request.
     *
     * @throws ValidationException when a header breaks a rule
     */
    public static PromoteRequest read(HttpRequest<?> request) {
        return new PromoteRequest(Conditions.of(request), IdempotencyKey.of(request));
    }
}
