package dev.fileapi.cli.access;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the service is, and which workspace is meant. */
public final class PlaceOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The service (FILEAPI_URL; default: the profile's, or http://localhost:7071).")
    private @Nullable URI url;

    @Option(
            names = "--org",
            paramLabel = "UUID",
            description =
                    "The organisation (FILEAPI_ORGANISATION; default: the profile's, or that of ./fileapi token).")
    private @Nullable UUID organisation;

    @Option(
            names = "--workspace",
            paramLabel = "UUID",
            description = "The workspace (FILEAPI_WORKSPACE; default: the profile's, or that of ./fileapi token).")
    private @Nullable UUID workspace;

    @Mixin
    private final ProfileOption profile = new ProfileOption();

    /** Returns what they say, and otherwise the variables. */
    public Place place(Environment environment) {
        return new Place(
                url == null ? environment.uri("FILEAPI_URL") : url,
                organisation == null ? environment.uuid("FILEAPI_ORGANISATION") : organisation,
                workspace == null ? environment.uuid("FILEAPI_WORKSPACE") : workspace,
                profile.given(environment));
    }
}
