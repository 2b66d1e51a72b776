package dev.fileapi.cli.signin;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.ProviderHttp.Reply;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the command line is at a provider: a public client, which has no secret.
 *
 * @param issuer the provider's address, below which its description is
 * @param clientId as it is registered there
 * @param scope what is asked for, separated by spaces
 */
public record Client(URI issuer, String clientId, String scope) {

    private static final String DEFAULT_SCOPE = "openid profile email offline_access";
    private static final String SETTINGS = "/file/console/settings.json";

    /**
     * Returns the client that is meant: what is not given, the service is asked for, which tells its console the same.
     *
     * @param url where the service is
     * @throws CommandException when something is neither given nor told
     */
    public static Client of(
            URI url, @Nullable URI issuer, @Nullable String clientId, @Nullable String scope, ProviderHttp http) {
        if (issuer != null && clientId == null) {
            throw new CommandException(ExitStatus.USAGE, "--issuer needs --client-id");
        }
        if (issuer != null && clientId != null) {
            // section 4.3 of "OpenID Connect Discovery 1.0": another one may imitate it
            if (!Provider.discover(issuer, http).isCalled(issuer)) {
                throw new CommandException(
                        ExitStatus.ACCESS, "the provider at " + issuer + " calls itself by another address");
            }
            return new Client(issuer, clientId, scope == null ? DEFAULT_SCOPE : scope);
        }
        Client told = told(url, http);
        return new Client(told.issuer, clientId == null ? told.clientId : clientId, scope == null ? told.scope : scope);
    }

    private static Client told(URI url, ProviderHttp http) {
        URI address = url.resolve(SETTINGS);
        Reply reply;
        try {
            reply = http.get(address);
        } catch (IOException e) {
            throw Provider.noAnswer(address, e);
        }
        String authority = reply.document().path("authority").asText("");
        String console = reply.document().path("client_id").asText("");
        String clientId = reply.document().path("cli_client_id").asText(console);
        if (!reply.isOk() || authority.isEmpty() || clientId.isEmpty()) {
            throw new CommandException(
                    ExitStatus.ACCESS,
                    "the service does not tell where to sign in: give --issuer and --client-id, or set FILEAPI_TOKEN");
        }
        // it is a path where the service is the provider too
        return new Client(
                address.resolve(authority),
                clientId,
                reply.document().path("scope").asText(DEFAULT_SCOPE));
    }
}
