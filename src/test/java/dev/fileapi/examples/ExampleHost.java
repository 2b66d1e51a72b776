package dev.fileapi.examples;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.HostExtension;
import dev.fileapi.local.HostOptions;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A running local host with an empty workspace, and the environment of a program that uses it; register it in a static field. */
final class ExampleHost implements BeforeAllCallback {

    private final HostExtension host = HostExtension.with(HostOptions.inMemory());
    private final Workspace workspace = new Workspace(UUID.randomUUID(), UUID.randomUUID());

    @Override
    public void beforeAll(ExtensionContext context) {
        host.beforeAll(context);
    }

    Map<String, String> environment() {
        return Map.of("FILE_API", api(), "TOKEN", token());
    }

    /** Returns the description of a file, or of what is wrong with it. */
    String file(String pathAndQuery) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api() + "/files/path/" + pathAndQuery))
                .header("Authorization", "Bearer " + token())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private String api() {
        return host.host().workspace(workspace).toString();
    }

    private String token() {
        return host.host().issuer().token(TokenOrder.of(UUID.randomUUID(), workspace, Role.EDITOR));
    }
}
