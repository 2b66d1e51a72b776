package dev.fileapi.http.console;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in to the console, and to the command line. Without a client id there is no console.
 *
 * @param clientId of the console at the OpenID Connect provider, as a public client with PKCE
 * @param cliClientId of the command line at the same provider, a public client too; the console's when it is not set
 * @param authority the provider's address, below which {@code .well-known/openid-configuration} is; or a path of this service
 * @param scope what they ask the provider for, separated by spaces; it must lead to a token that the API accepts
 */
@ConfigurationProperties("fileapi.console")
record ConsoleSettings(
        @Nullable String clientId,
        @Nullable String cliClientId,
        @Nullable String authority,

        @Bindable(defaultValue = DEFAULT_SCOPE) String scope) {

    private static final String DEFAULT_SCOPE = "openid profile email offline_access";
    private static final String CLIENT_ID = "FILEAPI_CONSOLE_CLIENT_ID";
    private static final String CLI_CLIENT_ID = "FILEAPI_CONSOLE_CLI_CLIENT_ID";
    private static final String AUTHORITY = "FILEAPI_CONSOLE_AUTHORITY";

    ConsoleSettings {
        clientId = clientId == null || clientId.isBlank() ? null : clientId.strip();
        cliClientId = cliClientId == null || cliClientId.isBlank() ? clientId : cliClientId.strip();
        authority = authority == null || authority.isBlank() ? null : checked(authority.strip());
        scope = scope.isBlank() ? DEFAULT_SCOPE : scope.strip();
        if (clientId == null && authority != null) {
            throw new InvalidSettingException(CLIENT_ID, "is missing: " + AUTHORITY + " is set, which needs it");
        }
        if (clientId == null && cliClientId != null) {
            throw new InvalidSettingException(CLIENT_ID, "is missing: " + CLI_CLIENT_ID + " is set, which needs it");
        }
        if (clientId != null && authority == null) {
            throw new InvalidSettingException(AUTHORITY, "is missing: " + CLIENT_ID + " is set, which needs it");
        }
    }

    /** Returns whether there is a console. */
    boolean isOn() {
        return clientId != null;
    }

    /** Returns the origin of the provider, as a browser names it; empty when it is this service. */
    String authorityOrigin() {
        if (authority == null || authority.startsWith("/")) {
            return "";
        }
        URI uri = URI.create(authority);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** A provider that is reached without TLS is one on this machine. */
    private static String checked(String authority) {
        if (authority.startsWith("/") && !authority.startsWith("//")) {
            return authority;
        }
        URI uri;
        try {
            uri = URI.create(authority);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(AUTHORITY, "is not a valid URL");
        }
        boolean local = "http".equals(uri.getScheme())
                && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
        if (uri.getHost() == null || uri.getRawUserInfo() != null || !(local || "https".equals(uri.getScheme()))) {
            throw new InvalidSettingException(AUTHORITY, "must be a URL as https://id.example.com");
        }
        return authority;
    }
}
