package dev.fileapi.cli.access;

import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.signin.ProfileTokens;
import dev.fileapi.cli.signin.Profiles;
import dev.fileapi.cli.signin.ProviderHttp;
import dev.fileapi.cli.signin.SignIn;
import dev.fileapi.client.FileApiClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the service is, who calls, and how results are printed. The defaults are those of {@code ./fileapi run} on this machine. */
public final class ServiceOptions {

    /** The launcher, by which it is known that the command line belongs to a checkout. */
    static final String LAUNCHER = "fileapi.launcher";

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Bearer token (FILEAPI_TOKEN, which other users of this machine cannot see; default: the"
                    + " profile's, or as ./fileapi token makes it, for a service on this machine).")
    private @Nullable String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the ./fileapi run that makes the token (default: data, beside the script).")
    private @Nullable Path data;

    @Mixin
    private final OutputOption printing = new OutputOption();

    private @Nullable Access access;

    /** Returns where the command prints. */
    public Output output() {
        return printing.output();
    }

    /** Returns what a client of the service needs. */
    public FileApiClient.Builder settings() {
        return access().client();
    }

    /** Returns where the command goes, and as whom. */
    public Access access() {
        if (access == null) {
            Environment environment = Environment.ofProcess();
            Profiles profiles = Profiles.of(environment.variables());
            access = new AccessFinder(
                            environment,
                            profiles,
                            (name, url) -> tokens(profiles, name, url),
                            System.getProperty(LAUNCHER))
                    .find(place.place(environment), token, data);
        }
        return access;
    }

    private static Supplier<String> tokens(Profiles profiles, String name, URI url) {
        Clock clock = Clock.systemUTC();
        SignIn signIn = SignIn.with(new ProviderHttp(), address -> {}, clock);
        return new ProfileTokens(name, url, profiles, signIn, clock);
    }
}
