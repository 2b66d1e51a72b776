package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.Environment;
import dev.fileapi.cli.access.OutputOption;
import dev.fileapi.cli.access.ProfileOption;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.signin.Profile;
import dev.fileapi.cli.signin.Profiles;
import dev.fileapi.cli.signin.ProviderHttp;
import dev.fileapi.cli.signin.SignIn;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "logout", description = "Forgets a sign-in, and ends it at the provider where that can be done.")
final class LogoutCommand implements Callable<Integer> {

    @Mixin
    private final ProfileOption option = new ProfileOption();

    @Mixin
    private final OutputOption printing = new OutputOption();

    @Override
    public Integer call() {
        Environment environment = Environment.ofProcess();
        Profiles profiles = Profiles.of(environment.variables());
        String name = option.name(environment);
        Profile profile = profiles.remove(name)
                .orElseThrow(() -> new CommandException(ExitStatus.NOT_FOUND, "there is not a profile " + name));
        boolean revoked = SignIn.with(new ProviderHttp(), address -> {}, Clock.systemUTC())
                .revoke(profile);
        Output output = printing.output();
        output.line(
                "logout",
                Map.of("profile", name, "url", profile.url(), "revoked", revoked),
                "Signed out of " + profile.url() + ", profile " + name
                        + (revoked ? "" : "; the provider did not say that the sign-in is ended there too"));
        return ExitStatus.OK;
    }
}
