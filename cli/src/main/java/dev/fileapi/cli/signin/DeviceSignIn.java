package dev.fileapi.cli.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.ProviderHttp.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Signs people in with a browser anywhere: "OAuth 2.0 Device Authorization Grant" (RFC 8628). */
final class DeviceSignIn {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final long DEFAULT_SECONDS = 5;
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final Duration SLOWEST = Duration.ofMinutes(1);

    private final Provider provider;
    private final Client client;
    private final ProviderHttp http;
    private final Pause pause;
    private final Clock clock;

    DeviceSignIn(Provider provider, Client client, ProviderHttp http, Pause pause, Clock clock) {
        this.provider = provider;
        this.client = client;
        this.http = http;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Returns the tokens of who has signed in.
     *
     * @param prompt shows the person what to do
     * @throws CommandException when the person or the provider refuses, or does not answer in time
     */
    Tokens signIn(Consumer<Prompt> prompt) {
        JsonNode begun = begun();
        prompt.accept(Prompt.of(begun));
        String deviceCode = begun.path("device_code").asText();
        Instant end = clock.instant().plusSeconds(begun.path("expires_in").asLong());
        Duration interval = Duration.ofSeconds(begun.path("interval").asLong(DEFAULT_SECONDS));
        while (clock.instant().plus(interval).isBefore(end)) {
            pause.sleep(interval);
            Reply reply = ask(deviceCode);
            if (reply == null) {
                // section 3.5: after a time-out less often
                interval = min(interval.multipliedBy(2), SLOWEST);
            } else if (reply.isOk()) {
                return Tokens.of(reply.document(), null, clock.instant());
            } else {
                interval = interval.plus(longer(reply));
            }
        }
        throw expired();
    }

    private JsonNode begun() {
        URI endpoint = provider.deviceAuthorization();
        if (endpoint == null) {
            throw new CommandException(
                    ExitStatus.ACCESS, "the provider has no sign-in by a code: leave out --device-code");
        }
        Reply reply;
        try {
            reply = http.post(endpoint, Map.of("client_id", client.clientId(), "scope", client.scope()));
        } catch (IOException e) {
            throw Provider.noAnswer(endpoint, e);
        }
        if (!reply.isOk() || !reply.document().has("device_code")) {
            throw reply.refusal("the provider gives no code");
        }
        return reply.document();
    }

    /** Returns null when there is no answer, which the next question may have. */
    private @Nullable Reply ask(String deviceCode) {
        try {
            return http.post(
                    provider.token(),
                    Map.of("grant_type", GRANT, "device_code", deviceCode, "client_id", client.clientId()));
        } catch (IOException e) {
            return null;
        }
    }

    private static Duration longer(Reply reply) {
        return switch (reply.error()) {
            case "authorization_pending" -> Duration.ZERO;
            case "slow_down" -> SLOWER;
            case "access_denied" -> throw reply.refusal("the sign-in was refused");
            case "expired_token" -> throw expired();
            default -> throw reply.refusal("the provider gives no token");
        };
    }

    private static CommandException expired() {
        return new CommandException(ExitStatus.ACCESS, "the code has expired: try again");
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Lets time go by. */
    @FunctionalInterface
    interface Pause {

        void sleep(Duration time);
    }
}
