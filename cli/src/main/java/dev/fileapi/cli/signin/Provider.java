package dev.fileapi.cli.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.ProviderHttp.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider has what ("OpenID Connect Discovery 1.0").
 *
 * @param issuer as the provider calls itself
 * @param deviceAuthorization null: programs without a browser cannot sign in
 * @param revocation null: tokens cannot be revoked
 */
record Provider(
        String issuer,
        URI authorization,
        URI token,
        @Nullable URI deviceAuthorization,
        @Nullable URI revocation) {

    private static final String CONFIGURATION = "/.well-known/openid-configuration";

    /**
     * Asks a provider.
     *
     * @throws CommandException when it does not answer, or with something else
     */
    static Provider discover(URI address, ProviderHttp http) {
        URI configuration = URI.create(withoutSlash(address.toString()) + CONFIGURATION);
        Reply reply;
        try {
            reply = http.get(configuration);
        } catch (IOException e) {
            throw noAnswer(configuration, e);
        }
        JsonNode document = reply.document();
        URI authorization = endpoint(document, "authorization_endpoint");
        URI token = endpoint(document, "token_endpoint");
        if (!reply.isOk() || authorization == null || token == null) {
            throw new CommandException(
                    ExitStatus.SOME_FAILED, configuration + " does not describe an OpenID Connect provider");
        }
        return new Provider(
                document.path("issuer").asText(""),
                authorization,
                token,
                endpoint(document, "device_authorization_endpoint"),
                endpoint(document, "revocation_endpoint"));
    }

    /** Tells whether it calls itself by an address. */
    boolean isCalled(URI address) {
        return withoutSlash(issuer).equals(withoutSlash(address.toString()));
    }

    static CommandException noAnswer(URI address, IOException failure) {
        String what = failure instanceof ConnectException ? "no connection to " : "no answer from ";
        String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return new CommandException(ExitStatus.TRY_AGAIN, what + address.getAuthority() + reason);
    }

    private static @Nullable URI endpoint(JsonNode document, String name) {
        String address = document.path(name).asText("");
        try {
            return address.isEmpty() ? null : URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitStatus.SOME_FAILED, "the provider's " + name + " is not a valid URL");
        }
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
