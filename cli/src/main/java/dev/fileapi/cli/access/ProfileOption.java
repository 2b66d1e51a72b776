package dev.fileapi.cli.access;

import dev.fileapi.cli.signin.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sign-in is meant. */
public final class ProfileOption {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The name under which a sign-in is kept (FILEAPI_PROFILE; default: default).")
    private @Nullable String profile;

    /** Returns the name; null when neither the option nor the variable has one. */
    @Nullable
    String given(Environment environment) {
        return profile == null ? environment.text("FILEAPI_PROFILE") : profile;
    }

    /** Returns the name. */
    public String name(Environment environment) {
        String given = given(environment);
        return given == null ? Profile.DEFAULT : given;
    }
}
