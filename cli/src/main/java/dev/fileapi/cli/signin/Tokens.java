package dev.fileapi.cli.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in gives. All of it is secret.
 *
 * @param accessToken what the service is called with
 * @param refreshToken what gives other tokens; null: people must sign in again
 * @param expiresAt when the access token ends; null when that was not told
 */
public record Tokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt) {

    /** Before its end, a token is renewed: what is sent with it is still under way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /**
     * Returns what an answer has (RFC 6749, section 5.1).
     *
     * @param previous stays the refresh token when the answer has none
     */
    static Tokens of(JsonNode answer, @Nullable String previous, Instant now) {
        String accessToken = answer.path("access_token").asText("");
        if (accessToken.isEmpty()) {
            throw new CommandException(ExitStatus.ACCESS, "the provider has given no token");
        }
        String refreshToken = answer.path("refresh_token").asText("");
        long seconds = answer.path("expires_in").asLong(0);
        return new Tokens(
                accessToken,
                refreshToken.isEmpty() ? previous : refreshToken,
                seconds > 0 ? now.plusSeconds(seconds) : null);
    }

    boolean isFresh(Instant now) {
        return expiresAt == null || now.plus(MARGIN).isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Tokens[expiresAt=" + expiresAt + "]";
    }
}
