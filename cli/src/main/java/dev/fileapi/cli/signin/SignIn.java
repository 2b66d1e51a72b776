package dev.fileapi.cli.signin;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.ProviderHttp.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done at a provider: people sign in there, tokens are renewed and revoked. */
public final class SignIn {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final ProviderHttp http;
    private final Browser browser;
    private final DeviceSignIn.Pause pause;
    private final Clock clock;

    SignIn(ProviderHttp http, Browser browser, DeviceSignIn.Pause pause, Clock clock) {
        this.http = http;
        this.browser = browser;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Returns one that goes by the time of this machine.
     *
     * @param browser where people sign in
     */
    public static SignIn with(ProviderHttp http, Browser browser, Clock clock) {
        return new SignIn(http, browser, SignIn::sleep, clock);
    }

    /**
     * Returns the tokens of a person who signs in with the browser of this machine.
     *
     * @param prompt shows what to open, where that does not open by itself
     * @throws CommandException when the person or the provider refuses, or does not answer in time
     */
    public Tokens byBrowser(Client client, Consumer<Prompt> prompt) {
        Provider provider = Provider.discover(client.issuer(), http);
        return new BrowserSignIn(provider, client, http, TIMEOUT, clock).signIn(address -> {
            prompt.accept(new Prompt(address.toString(), null));
            browser.open(address);
        });
    }

    /**
     * Returns the tokens of a person who signs in with a browser anywhere.
     *
     * @param prompt shows what to open, and the code
     * @throws CommandException when the person or the provider refuses, or does not answer in time
     */
    public Tokens byDevice(Client client, Consumer<Prompt> prompt) {
        Provider provider = Provider.discover(client.issuer(), http);
        return new DeviceSignIn(provider, client, http, pause, clock).signIn(prompt);
    }

    /** Ends a sign-in at its provider, and returns whether the provider says so. */
    public boolean revoke(Profile profile) {
        String token = profile.tokens().refreshToken() == null
                ? profile.tokens().accessToken()
                : profile.tokens().refreshToken();
        try {
            URI endpoint = Provider.discover(profile.client().issuer(), http).revocation();
            return endpoint != null
                    && http.post(
                                    endpoint,
                                    Map.of(
                                            "token",
                                            token,
                                            "client_id",
                                            profile.client().clientId()))
                            .isOk();
        } catch (IOException | CommandException e) {
            return false;
        }
    }

    /** Returns other tokens for a profile's refresh token (RFC 6749, section 6). */
    Tokens renew(Profile profile, String name) {
        @Nullable String refreshToken = profile.tokens().refreshToken();
        if (refreshToken == null) {
            throw ended(name, profile);
        }
        URI endpoint = Provider.discover(profile.client().issuer(), http).token();
        Reply reply;
        try {
            reply = http.post(
                    endpoint,
                    Map.of(
                            "grant_type",
                            "refresh_token",
                            "refresh_token",
                            refreshToken,
                            "client_id",
                            profile.client().clientId()));
        } catch (IOException e) {
            throw Provider.noAnswer(endpoint, e);
        }
        if (reply.error().equals("invalid_grant")) {
            throw ended(name, profile);
        }
        if (!reply.isOk()) {
            throw reply.refusal("the provider gives no token");
        }
        return Tokens.of(reply.document(), refreshToken, clock.instant());
    }

    private static CommandException ended(String name, Profile profile) {
        return new CommandException(
                ExitStatus.ACCESS,
                "the sign-in of profile " + name + " to " + profile.url() + " has ended: fileapi login"
                        + (name.equals(Profile.DEFAULT) ? "" : " --profile " + name));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitStatus.TRY_AGAIN, "interrupted");
        }
    }
}
