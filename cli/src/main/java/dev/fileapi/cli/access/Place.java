package dev.fileapi.cli.access;

import dev.fileapi.cli.signin.Profile;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What options and variables say of where a command goes; null where they say nothing.
 *
 * @param url the service
 * @param organisation the organisation
 * @param workspace the workspace
 * @param profile the name of a sign-in
 */
public record Place(
        @Nullable URI url,
        @Nullable UUID organisation,
        @Nullable UUID workspace,
        @Nullable String profile) {

    /** Where {@code ./fileapi run} is. */
    static final URI LOCAL_URL = URI.create("http://localhost:7071");

    /** Returns the name of the sign-in. */
    public String profileName() {
        return profile == null ? Profile.DEFAULT : profile;
    }

    /**
     * Returns the address of the service.
     *
     * @param kept the sign-in; null for none
     */
    public URI urlOr(@Nullable Profile kept) {
        if (url != null) {
            return url;
        }
        return kept == null ? LOCAL_URL : kept.url();
    }

    /** Tells whether a sign-in is one to the service that is meant. */
    public boolean isOf(Profile kept) {
        return url == null || withoutSlash(url).equals(withoutSlash(kept.url()));
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }
}
