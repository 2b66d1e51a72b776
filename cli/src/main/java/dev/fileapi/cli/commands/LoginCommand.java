package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.Environment;
import dev.fileapi.cli.access.OutputOption;
import dev.fileapi.cli.access.Place;
import dev.fileapi.cli.access.PlaceOptions;
import dev.fileapi.cli.access.WorkspaceChoice;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.signin.Browser;
import dev.fileapi.cli.signin.Client;
import dev.fileapi.cli.signin.Profile;
import dev.fileapi.cli.signin.Profiles;
import dev.fileapi.cli.signin.Prompt;
import dev.fileapi.cli.signin.ProviderHttp;
import dev.fileapi.cli.signin.SignIn;
import dev.fileapi.cli.signin.Tokens;
import dev.fileapi.client.Caller;
import dev.fileapi.client.FileApiClient;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "login",
        description = "Signs you in with a browser, and keeps that as a profile, which the other commands then use.")
final class LoginCommand implements Callable<Integer> {

    @Mixin
    private final PlaceOptions places = new PlaceOptions();

    @Mixin
    private final OutputOption printing = new OutputOption();

    @Option(
            names = "--device-code",
            description = "Prints an address and a code for a browser anywhere, where this machine has none.")
    private boolean deviceCode;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "The OpenID Connect provider (default: the one that the service names).")
    private @Nullable URI issuer;

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            description = "The command line's client id at the provider (default: the one that the service names).")
    private @Nullable String clientId;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "What the provider is asked for, separated by spaces (default: what the service names).")
    private @Nullable String scope;

    @Override
    public Integer call() {
        Environment environment = Environment.ofProcess();
        Profiles profiles = Profiles.of(environment.variables());
        Place place = places.place(environment);
        String name = place.profileName();
        Profile before = profiles.find(name).orElse(null);
        URI url = place.urlOr(before);
        Output output = printing.output();

        ProviderHttp http = new ProviderHttp();
        Client client = Client.of(url, issuer, clientId, scope, http);
        Browser browser = Browser.of(System.getProperty("os.name"), environment.variables());
        Tokens tokens = tokens(SignIn.with(http, browser, Clock.systemUTC()), client, output);

        Caller caller = caller(url, tokens);
        List<WorkspaceChoice> choices =
                WorkspaceChoice.of(caller, place, before != null && place.isOf(before) ? before : null);
        WorkspaceChoice chosen = choices.size() == 1 ? choices.get(0) : null;
        Profile profile = new Profile(
                url,
                chosen == null ? null : chosen.organisation(),
                chosen == null ? null : chosen.workspace(),
                client,
                tokens);
        profiles.replace(name, profile);
        print(output, name, url, caller, choices);
        return ExitStatus.OK;
    }

    private Tokens tokens(SignIn signIn, Client client, Output output) {
        return deviceCode
                ? signIn.byDevice(client, prompt -> show(output, prompt))
                : signIn.byBrowser(client, prompt -> show(output, prompt));
    }

    private static void show(Output output, Prompt prompt) {
        output.note(
                "sign-in",
                prompt,
                prompt.userCode() == null
                        ? "Sign in with the browser: " + prompt.verificationUri()
                        : "Open " + prompt.verificationUri() + " in a browser; the code is " + prompt.userCode());
    }

    private static Caller caller(URI url, Tokens tokens) {
        UUID none = new UUID(0, 0);
        try (FileApiClient client = FileApiClient.builder()
                .baseUrl(url)
                .organisation(none)
                .workspace(none)
                .token(tokens::accessToken)
                .build()) {
            return client.me();
        }
    }

    private static void print(Output output, String name, URI url, Caller caller, List<WorkspaceChoice> choices) {
        String user = caller.user().name() == null
                ? caller.user().id().toString()
                : caller.user().name();
        String signedIn = "Signed in to " + url + " as " + user + ", profile " + name;
        output.line(
                "login",
                Map.of("profile", name, "url", url, "user", caller.user(), "workspaces", choices),
                choices.size() == 1
                        ? signedIn + ", workspace " + choices.get(0).workspace() + " ("
                                + choices.get(0).role() + ")"
                        : signedIn + ". Give one of these to the other commands, or to login again:"
                                + WorkspaceChoice.text(choices));
    }
}
