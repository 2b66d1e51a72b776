package dev.fileapi.cli.access;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.signin.Profile;
import dev.fileapi.cli.signin.Profiles;
import dev.fileapi.cli.signin.ProviderHttp;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds where a command goes, and as whom: an option says it, else a variable, else the profile, else {@code ./fileapi run} of this machine. */
final class AccessFinder {

    private static final UUID LOCAL_ORGANISATION = UUID.fromString("0a000000-0000-4000-8000-000000000001");
    private static final UUID LOCAL_WORKSPACE = UUID.fromString("0b000000-0000-4000-8000-000000000001");

    private final Environment environment;
    private final Profiles profiles;
    private final BiFunction<String, URI, Supplier<String>> profileTokens;
    private final @Nullable String launcher;

    /**
     * Makes one.
     *
     * @param profileTokens gives the tokens of a profile, by its name and the service
     * @param launcher the script, which makes tokens for this machine; null for none
     */
    AccessFinder(
            Environment environment,
            Profiles profiles,
            BiFunction<String, URI, Supplier<String>> profileTokens,
            @Nullable String launcher) {
        this.environment = environment;
        this.profiles = profiles;
        this.profileTokens = profileTokens;
        this.launcher = launcher;
    }

    /**
     * Returns where a command goes.
     *
     * @param token an option's; null for none
     * @param data the data folder of {@code ./fileapi run}; null for its default
     * @throws CommandException when it cannot be known
     */
    Access find(Place place, @Nullable String token, @Nullable Path data) {
        Profile profile = profile(place);
        URI url = place.urlOr(profile);
        UUID organisation =
                chosen(place.organisation(), profile, profile == null ? LOCAL_ORGANISATION : profile.organisation());
        UUID workspace = chosen(place.workspace(), profile, profile == null ? LOCAL_WORKSPACE : profile.workspace());
        if (token != null && !token.isBlank()) {
            return new Access(url, organisation, workspace, "--token", token::strip);
        }
        String variable = environment.text("FILEAPI_TOKEN");
        if (variable != null) {
            return new Access(url, organisation, workspace, "FILEAPI_TOKEN", () -> variable);
        }
        if (profile != null) {
            String name = place.profileName();
            return new Access(
                    url, organisation, workspace, "profile " + name, profileTokens.apply(name, profile.url()));
        }
        // a token of this machine's issuer is never sent elsewhere
        if (launcher == null || !ProviderHttp.isThisMachine(url)) {
            throw new CommandException(
                    ExitStatus.ACCESS, "a token is needed: fileapi login --url " + url + ", or set FILEAPI_TOKEN");
        }
        return new Access(
                url,
                organisation,
                workspace,
                "./fileapi token",
                new LocalTokens(launcher, organisation, workspace, data));
    }

    /** Returns the profile that counts; null for none. Its tokens, and its workspace, are those of its service only. */
    private @Nullable Profile profile(Place place) {
        Profile kept = profiles.find(place.profileName()).orElse(null);
        if (place.profile() == null) {
            return kept != null && place.isOf(kept) ? kept : null;
        }
        if (kept == null) {
            throw new CommandException(
                    ExitStatus.ACCESS,
                    "there is not a profile " + place.profile() + ": fileapi login --profile " + place.profile());
        }
        if (!place.isOf(kept)) {
            throw new CommandException(
                    ExitStatus.USAGE,
                    "profile " + place.profile() + " is signed in to " + kept.url() + ", not to " + place.url());
        }
        return kept;
    }

    private static UUID chosen(@Nullable UUID given, @Nullable Profile profile, @Nullable UUID otherwise) {
        UUID id = given == null ? otherwise : given;
        if (id == null) {
            throw new CommandException(
                    ExitStatus.USAGE,
                    "no workspace is chosen for " + (profile == null ? "this" : profile.url())
                            + ": give --org and --workspace, here or to login");
        }
        return id;
    }
}
