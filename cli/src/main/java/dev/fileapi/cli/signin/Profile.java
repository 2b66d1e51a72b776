package dev.fileapi.cli.signin;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that is kept, and where its commands go.
 *
 * @param url the service, the only one that its tokens are sent to
 * @param organisation null: not yet chosen
 * @param workspace null: not yet chosen
 */
public record Profile(
        URI url, @Nullable UUID organisation, @Nullable UUID workspace, Client client, Tokens tokens) {

    /** What a profile is called that is not named. */
    public static final String DEFAULT = "default";

    Profile with(Tokens others) {
        return new Profile(url, organisation, workspace, client, others);
    }
}
