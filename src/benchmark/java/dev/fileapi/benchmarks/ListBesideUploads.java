package dev.fileapi.benchmarks;

import dev.fileapi.access.Role;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.local.RunningHost;
import dev.fileapi.local.TokenOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists a workspace of 100 files, one call after the other, beside uploads in flight of which half are committed and no event has told. */
final class ListBesideUploads {

    private static final int FILES = 100;
    private static final int LISTS = 100;
    private static final Pattern ITEM =
            Pattern.compile("\"file_id\":\"([^\"]+)\",\"version_id\":\"([^\"]+)\",\"upload\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI workspace;
    private final String token;
    private final int inFlight;

    ListBesideUploads(RunningHost host, int inFlight) {
        Workspace own = new Workspace(UUID.randomUUID(), UUID.randomUUID());
        this.workspace = host.workspace(own);
        this.token = "Bearer " + host.issuer().token(TokenOrder.of(UUID.randomUUID(), own, Role.EDITOR));
        this.inFlight = inFlight;
    }

    void measure(LoadBenchmark.Result result) throws IOException, InterruptedException {
        put(issue("file", FILES));
        list();
        List<Upload> uploads = inFlight == 0 ? List.of() : issue("upload", inFlight);
        put(uploads.subList(0, inFlight / 2));
        String beside = ", " + inFlight + " in flight";
        if (inFlight > 0) {
            tell(result, "first list of 100 files" + beside + ", half committed", new double[] {list()});
        }
        double[] times = new double[LISTS];
        for (int i = 0; i < LISTS; i++) {
            times[i] = list();
        }
        tell(result, "list of 100 files" + beside, times);
        if (inFlight == 1_000) {
            put(uploads.subList(inFlight / 2, inFlight));
            tell(result, "complete of 1,000, half of them new", new double[] {complete(uploads)});
        }
    }

    private static void tell(LoadBenchmark.Result result, String what, double[] milliseconds) {
        Arrays.sort(milliseconds);
        result.tell(
                what,
                milliseconds,
                milliseconds.length * 1e3 / Arrays.stream(milliseconds).sum());
    }

    private List<Upload> issue(String name, int count) throws IOException, InterruptedException {
        String paths = IntStream.range(0, count)
                .mapToObj(i -> "\"" + name + "/" + i + "\"")
                .collect(Collectors.joining(",", "{\"paths\": [", "]}"));
        List<Upload> uploads = new ArrayList<>();
        Matcher items = ITEM.matcher(post("/uploads", paths));
        while (items.find()) {
            uploads.add(new Upload(items.group(1), items.group(2), URI.create(items.group(3))));
        }
        return uploads;
    }

    private void put(List<Upload> uploads) throws IOException, InterruptedException {
        for (Upload upload : uploads) {
            send(
                    201,
                    HttpRequest.newBuilder(upload.link())
                            .header("x-ms-blob-type", "BlockBlob")
                            .PUT(BodyPublishers.ofByteArray(new byte[16])));
        }
    }

    private double list() throws IOException, InterruptedException {
        long start = System.nanoTime();
        send(200, authorized("/files?limit=100").GET());
        return (System.nanoTime() - start) / 1e6;
    }

    private double complete(List<Upload> uploads) throws IOException, InterruptedException {
        String body = uploads.stream()
                .map(upload -> "{\"file_id\": \"" + upload.file() + "\", \"version_id\": \"" + upload.version() + "\"}")
                .collect(Collectors.joining(",", "{\"uploads\": [", "]}"));
        long start = System.nanoTime();
        post("/uploads/complete", body);
        return (System.nanoTime() - start) / 1e6;
    }

    private String post(String address, String json) throws IOException, InterruptedException {
        return send(
                200,
                authorized(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder authorized(String address) {
        return HttpRequest.newBuilder(URI.create(workspace + address)).header("Authorization", token);
    }

    private String send(int expected, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException("Not " + expected + " but " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private record Upload(String file, String version, URI link) {}
}
