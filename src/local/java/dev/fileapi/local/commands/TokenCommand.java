package dev.fileapi.local.commands;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.DataFolder;
import dev.fileapi.local.Demo;
import dev.fileapi.local.LocalIssuer;
import dev.fileapi.local.TokenOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a token, and nothing else, that the local host with the same data folder accepts. */
@Command(name = "token", description = "Prints a token for the service that runs with the same data folder.")
final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "editor",
            description = "viewer, editor or owner (default: ${DEFAULT-VALUE}).")
    private Role role;

    @Option(names = "--user", paramLabel = "UUID", description = "User (default: ${DEFAULT-VALUE}).")
    private UUID user = Demo.USER;

    @Option(names = "--org", paramLabel = "UUID", description = "Organisation (default: ${DEFAULT-VALUE}).")
    private UUID organisation = Demo.ORGANISATION;

    @Option(names = "--workspace", paramLabel = "UUID", description = "Workspace (default: ${DEFAULT-VALUE}).")
    private UUID workspace = Demo.WORKSPACE;

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "How long it is valid (default: ${DEFAULT-VALUE}).")
    private Duration lifetime;

    @Mixin
    private final DataOption data = new DataOption();

    /** Returns what the command line asks for. */
    TokenOrder order() {
        return TokenOrder.of(user, new Workspace(organisation, workspace), role).withLifetime(lifetime);
    }

    @Override
    public Integer call() {
        LocalIssuer issuer = DataFolder.issuerIn(data.folder(), Clock.systemUTC());
        spec.commandLine().getOut().println(issuer.token(order()));
        return ExitCode.OK;
    }
}
