package dev.fileapi.http.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.URI;
import java.util.Map;

/** Serves the console's page and its files to a browser. The page finds by its address what to show. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
final class ConsoleController {

    private static final URI ADDRESS = URI.create("/file/console/");

    /** The name of a file under {@code assets} changes with its content. */
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final String ASK_FIRST = "no-cache";

    private final ConsoleSettings settings;
    private final ConsoleFiles files;
    private final ContentSecurityPolicy policy;

    ConsoleController(ConsoleSettings settings, ConsoleFiles files, ContentSecurityPolicy policy) {
        this.settings = settings;
        this.files = files;
        this.policy = policy;
    }

    @Get("/")
    HttpResponse<?> root() {
        return toConsole();
    }

    @Get("/file")
    HttpResponse<?> file() {
        return toConsole();
    }

    /** Also with a slash at the end, which the router does not look at. */
    @Get("/file/console")
    HttpResponse<byte[]> page() {
        return file("", ConsoleFiles.PAGE, ASK_FIRST);
    }

    /** What the page and the command line are told before anyone has signed in: nothing secret. */
    @Get("/file/console/settings.json")
    HttpResponse<Map<String, String>> settings() {
        requireOn();
        return HttpResponse.ok(Map.of(
                        "authority", String.valueOf(settings.authority()),
                        "client_id", String.valueOf(settings.clientId()),
                        "cli_client_id", String.valueOf(settings.cliClientId()),
                        "scope", settings.scope()))
                .header(HttpHeaders.CACHE_CONTROL, ASK_FIRST);
    }

    @Get("/file/console/icon.svg")
    HttpResponse<byte[]> icon() {
        return file("", "icon.svg", "public, max-age=3600");
    }

    @Get("/file/console/assets/{name}")
    HttpResponse<byte[]> asset(@PathVariable("name") String name) {
        return file("assets/", name, IMMUTABLE);
    }

    /** Any other address is one of the page's own. */
    @Get("/file/console/{+path}")
    HttpResponse<byte[]> anyPage(@PathVariable("path") String path) {
        return page();
    }

    private HttpResponse<?> toConsole() {
        requireOn();
        return HttpResponse.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, ADDRESS.toString());
    }

    private HttpResponse<byte[]> file(String folder, String name, String caching) {
        requireOn();
        byte[] bytes = files.gzipped(folder, name).orElseThrow(ConsoleController::none);
        MutableHttpResponse<byte[]> answer = HttpResponse.ok(bytes)
                .contentType(ConsoleFiles.type(name))
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.CONTENT_ENCODING, "gzip");
        return name.equals(ConsoleFiles.PAGE)
                ? answer.header("Content-Security-Policy", policy.value())
                        .header("Referrer-Policy", "no-referrer")
                        .header("Cross-Origin-Opener-Policy", "same-origin")
                : answer;
    }

    private void requireOn() {
        if (!settings.isOn()) {
            throw none();
        }
    }

    private static HttpStatusException none() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "No such endpoint; see /file/docs");
    }
}
