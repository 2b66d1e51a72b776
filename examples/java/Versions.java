import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Uploads two versions of a file, lists them, and downloads the first: {@code java Versions.java}, with Java 17 or newer.
 *
 * <p>FILE_API is the URL of a workspace, https://…/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}, and TOKEN the bearer
 * token of an editor. The JDK has no reader of JSON, so this takes single values out of the text; use a library for more.
 */
public class Versions {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FILE_API = System.getenv("FILE_API");
    private static final String TOKEN = System.getenv("TOKEN");

    public static void main(String[] arguments) throws Exception {
        String path = "examples/java.txt";
        upload(path, "first version\n");
        upload(path, "second version\n");

        String file = api("GET", "/files/path/" + path + "?include_versions=true");
        List<String> versions = values(file.substring(file.indexOf("\"versions\"")), "version_id");
        System.out.println("Versions, newest first: " + String.join(" ", versions));

        List<String> listed = values(api("GET", "/files?prefix=examples/"), "file_id");
        System.out.println("Listed " + listed.size() + " files");

        String first = api("GET", "/files/path/" + path + "?version_id=" + versions.get(versions.size() - 1));
        String content = send(HttpRequest.newBuilder(URI.create(value(first, "download"))));
        System.out.println("Downloaded: " + content.strip());
    }

    /** Asks for a link, then sends the bytes to it. */
    private static void upload(String path, String content) throws Exception {
        String link = api("PUT", "/files/path/" + path);
        send(HttpRequest.newBuilder(URI.create(value(link, "upload")))
                .header("x-ms-blob-type", "BlockBlob")
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(content)));
        System.out.println("Uploaded version " + value(link, "version_id"));
    }

    private static String api(String method, String target) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(FILE_API + target))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, BodyPublishers.noBody()));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String value(String json, String name) {
        return values(json, name).get(0);
    }

    private static List<String> values(String json, String name) {
        return Pattern.compile("\"" + name + "\":\"([^\"]*)\"")
                .matcher(json)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
