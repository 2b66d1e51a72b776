package dev.fileapi.cli.signin;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a profile, renewed when they end or when the service has refused one. Of several processes and threads that would renew them, one
 * does and the others use what it has got.
 */
public final class ProfileTokens implements Supplier<String> {

    private final String name;
    private final URI url;
    private final Profiles profiles;
    private final SignIn signIn;
    private final Clock clock;
    private @Nullable String given;

    /**
     * Makes one.
     *
     * @param name of the profile
     * @param url the service that they are sent to
     */
    public ProfileTokens(String name, URI url, Profiles profiles, SignIn signIn, Clock clock) {
        this.name = name;
        this.url = url;
        this.profiles = profiles;
        this.signIn = signIn;
        this.clock = clock;
    }

    /**
     * Returns a token, another one each time: it is asked for again when one was refused.
     *
     * @throws CommandException when there is none without signing in
     */
    @Override
    public synchronized String get() {
        Tokens stored = stored().tokens();
        Tokens tokens = isOfUse(stored) ? stored : profiles.locked(name, this::renewed);
        given = tokens.accessToken();
        return tokens.accessToken();
    }

    private Tokens renewed() {
        Profile profile = stored();
        if (isOfUse(profile.tokens())) {
            return profile.tokens();
        }
        Tokens tokens = signIn.renew(profile, name);
        profiles.write(name, profile.with(tokens));
        return tokens;
    }

    private boolean isOfUse(Tokens tokens) {
        return !tokens.accessToken().equals(given) && tokens.isFresh(clock.instant());
    }

    private Profile stored() {
        return profiles.find(name)
                .filter(profile -> profile.url().equals(url))
                .orElseThrow(() -> new CommandException(
                        ExitStatus.ACCESS, "profile " + name + " is not signed in to " + url + " any more"));
    }

    @Override
    public String toString() {
        return "ProfileTokens[" + name + "]";
    }
}
