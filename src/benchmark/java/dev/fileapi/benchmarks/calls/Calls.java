package dev.fileapi.benchmarks.calls;

import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.files.testing.FileRecordBuilder;
import dev.fileapi.local.RunningHost;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The calls that are measured, the floors first. */
final class Calls {

    private static final int FILES = 10_000;
    private static final int UPLOAD_BYTES = 4 * 1024;
    private static final Pattern LINK = Pattern.compile("\"upload\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Caller.Tenant read;
    private final Caller.Tenant written;

    /** Fills two workspaces: one that is only read, so that a list there has no uploads in flight to ask about, and one to write to. */
    Calls(RunningHost host, String databaseUrl) {
        this.read = Caller.Tenant.of(new Workspace(UUID.randomUUID(), UUID.randomUUID()), host);
        this.written = Caller.Tenant.of(new Workspace(UUID.randomUUID(), UUID.randomUUID()), host);
        try (ApplicationContext context =
                ApplicationContext.run(Map.of("fileapi.store", "jdbc", "fileapi.jdbc.url", databaseUrl))) {
            MetadataStore store = context.getBean(MetadataStore.class);
            fill(store, read.workspace());
            fill(store, written.workspace());
        }
    }

    Call emptyFunction() {
        return new Call("empty function", caller -> caller.callFloor("GET", "/empty"));
    }

    /** What the others are compared with. */
    Call floor() {
        return new Call("empty function, insert and HMAC", caller -> caller.callFloor("PUT", "/insertAndSign"));
    }

    List<Call> ofTheService() {
        return List.of(
                new Call("link for a new path", caller -> link(caller, newPath(caller))),
                new Call("link for an existing path", caller -> caller.call("PUT", written, anyFile())),
                new Call("GET of a file", caller -> caller.call("GET", read, anyFile())),
                new Call("list of 100 in 10,000 files", caller -> caller.call("GET", read, "/files?limit=100")),
                new Call("upload of 4 KiB, from link to GET", this::upload));
    }

    private void upload(Caller caller) throws IOException, InterruptedException {
        String path = newPath(caller);
        HttpRequest put = HttpRequest.newBuilder(URI.create(link(caller, path)))
                .header("x-ms-blob-type", "BlockBlob")
                .PUT(BodyPublishers.ofByteArray(new byte[UPLOAD_BYTES]))
                .build();
        int status = http.send(put, BodyHandlers.discarding()).statusCode();
        if (status != 201) {
            throw new IOException("The blob service answered an upload with " + status);
        }
        caller.call("GET", caller.own(), path);
    }

    private static String link(Caller caller, String path) throws IOException {
        String answer = caller.call("PUT", caller.own(), path);
        Matcher link = LINK.matcher(answer);
        if (!link.find()) {
            throw new IOException("There is no link in " + answer);
        }
        return link.group(1);
    }

    private static String newPath(Caller caller) {
        return "/files/path/new/%06d.csv".formatted(caller.nextNumber());
    }

    private static String anyFile() {
        return "/files/path/" + path(ThreadLocalRandom.current().nextInt(FILES));
    }

    private static void fill(MetadataStore store, Workspace workspace) {
        IntStream.range(0, FILES)
                .parallel()
                .forEach(number -> store.createFile(
                        FileRecordBuilder.file(path(number)).in(workspace).build()));
    }

    private static String path(int number) {
        return "project%03d/data/file%06d.csv".formatted(number % 100, number);
    }
}
