package dev.fileapi.cli.signin;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.ProviderHttp.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Signs people in with the browser of this machine: the authorization code flow with PKCE (RFC 8252, RFC 7636). */
final class BrowserSignIn {

    private final Provider provider;
    private final Client client;
    private final ProviderHttp http;
    private final Duration timeout;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param timeout how long a person may take
     */
    BrowserSignIn(Provider provider, Client client, ProviderHttp http, Duration timeout, Clock clock) {
        this.provider = provider;
        this.client = client;
        this.http = http;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Returns the tokens of who has signed in.
     *
     * @param opener takes the address that the browser is to open
     * @throws CommandException when the person or the provider refuses, or does not answer
     */
    Tokens signIn(Consumer<URI> opener) {
        ProofKey key = ProofKey.random();
        String state = ProofKey.randomText();
        try (Redirect redirect = Redirect.listen()) {
            URI back = redirect.address();
            opener.accept(address(back, state, key));
            return redeemed(checked(redirect.await(timeout), state), back, key);
        } catch (IOException e) {
            throw Provider.noAnswer(provider.token(), e);
        }
    }

    private URI address(URI back, String state, ProofKey key) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", client.scope());
        query.put("state", state);
        query.put("code_challenge", key.challenge());
        query.put("code_challenge_method", "S256");
        String endpoint = provider.authorization().toString();
        return URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + ProviderHttp.encoded(query));
    }

    /** Returns the code. An answer to something else, or of another provider (RFC 9207), is not looked at. */
    private String checked(Map<String, String> answer, String state) {
        boolean ours = state.equals(answer.get("state"))
                && answer.getOrDefault("iss", provider.issuer()).equals(provider.issuer());
        if (!ours) {
            throw new CommandException(
                    ExitStatus.ACCESS, "the browser came back with the answer to another sign-in: try again");
        }
        String code = answer.get("code");
        if (code == null) {
            String description = answer.getOrDefault("error_description", "");
            throw new CommandException(
                    ExitStatus.ACCESS,
                    "the sign-in was refused: " + answer.getOrDefault("error", "without a reason")
                            + (description.isEmpty() ? "" : ": " + description));
        }
        return code;
    }

    private Tokens redeemed(String code, URI back, ProofKey key) throws IOException {
        Reply reply = http.post(
                provider.token(),
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", back.toString(),
                        "client_id", client.clientId(),
                        "code_verifier", key.verifier()));
        if (!reply.isOk()) {
            throw reply.refusal("the provider gives no token");
        }
        return Tokens.of(reply.document(), null, clock.instant());
    }
}
