package dev.fileapi.cli.signin;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a person has to do to sign in.
 *
 * @param verificationUri what to open
 * @param userCode what to type or compare there; null: nothing
 */
public record Prompt(String verificationUri, @Nullable String userCode) {

    /** Returns what an answer has; the address with the code in it where there is one (RFC 8628, section 3.2). */
    static Prompt of(JsonNode answer) {
        String address = answer.path("verification_uri").asText();
        return new Prompt(
                answer.path("verification_uri_complete").asText(address),
                answer.path("user_code").asText());
    }
}
