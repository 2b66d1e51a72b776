package dev.fileapi.cli.access;

import dev.fileapi.client.FileApiClient;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where a command goes, and as whom.
 *
 * @param tokenSource where tokens come from, for people
 * @param tokens gives bearer tokens, another one each time
 */
public record Access(URI url, UUID organisation, UUID workspace, String tokenSource, Supplier<String> tokens) {

    /** Returns what a client of the service needs. */
    FileApiClient.Builder client() {
        return FileApiClient.builder()
                .baseUrl(url)
                .organisation(organisation)
                .workspace(workspace)
                .token(tokens);
    }

    /** Leaves the tokens out. */
    @Override
    public String toString() {
        return "Access[" + url + ", " + organisation + ", " + workspace + ", " + tokenSource + "]";
    }
}
