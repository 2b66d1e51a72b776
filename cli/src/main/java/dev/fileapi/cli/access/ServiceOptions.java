package dev.fileapi.cli.access;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the service is, who calls, and how results are printed. The defaults are those of {@code ./fileapi run} on this machine. */
public final class ServiceOptions {

    /** The launcher, by which it is known that the command line belongs to a checkout. */
    static final String LAUNCHER = "fileapi.launcher";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:FILEAPI_URL:-http://localhost:7071}",
            description = "The service (FILEAPI_URL; default: http://localhost:7071).")
    private URI url = URI.create("http://localhost:7071");

    @Option(
            names = "--org",
            paramLabel = "UUID",
            defaultValue = "${env:FILEAPI_ORGANISATION:-0a000000-0000-4000-8000-000000000001}",
            description = "The organisation (FILEAPI_ORGANISATION; default: that of ./fileapi token).")
    private UUID organisation = new UUID(0, 0);

    @Option(
            names = "--workspace",
            paramLabel = "UUID",
            defaultValue = "${env:FILEAPI_WORKSPACE:-0b000000-0000-4000-8000-000000000001}",
            description = "The workspace (FILEAPI_WORKSPACE; default: that of ./fileapi token).")
    private UUID workspace = new UUID(0, 0);

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Bearer token (FILEAPI_TOKEN, which other users of this machine cannot see;"
                    + " default: as ./fileapi token makes it, for a service on this machine).")
    private @Nullable String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the ./fileapi run that makes the token (default: data, beside the script).")
    private @Nullable Path data;

    @Option(names = "--json", description = "Prints lines of JSON, errors too.")
    private boolean json;

    /** Returns where the command prints. */
    public Output output() {
        CommandSpec command = spec();
        return new Output(command.commandLine().getOut(), command.commandLine().getErr(), json);
    }

    /** Returns what a client of the service needs. */
    public FileApiClient.Builder settings() {
        return FileApiClient.builder()
                .baseUrl(url)
                .organisation(organisation)
                .workspace(workspace)
                .token(tokens());
    }

    /** Returns the address of the service. */
    public URI url() {
        return url;
    }

    /** Returns the organisation whose workspace it is. */
    public UUID organisation() {
        return organisation;
    }

    /** Returns the workspace. */
    public UUID workspace() {
        return workspace;
    }

    private Supplier<String> tokens() {
        String given = token == null ? System.getenv("FILEAPI_TOKEN") : token;
        if (given != null && !given.isBlank()) {
            return given::strip;
        }
        String launcher = System.getProperty(LAUNCHER);
        // a token of this machine's issuer is never sent elsewhere
        if (launcher == null || url.getHost() == null || !THIS_MACHINE.contains(url.getHost())) {
            throw new CommandException(ExitStatus.ACCESS, "a token is needed: set FILEAPI_TOKEN");
        }
        return new LocalTokens(launcher, organisation, workspace, data);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("not a mixin of a command");
        }
        return spec;
    }
}
