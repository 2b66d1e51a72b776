package dev.fileapi.http.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fileapi.http.received.ReceivedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves the description of the API, and a page that shows it and loads nothing from elsewhere. */
@Controller("/file")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
final class DocumentationController {

    /** The media type of YAML (RFC 9512). */
    private static final MediaType YAML = MediaType.of("application/yaml");

    private static final Map<String, MediaType> FILES = Map.of(
            "start.js", MediaType.of("text/javascript"),
            "swagger-ui-bundle.js", MediaType.of("text/javascript"),
            "swagger-ui-bundle.js.LICENSE.txt", MediaType.TEXT_PLAIN_TYPE,
            "swagger-ui.css", MediaType.of("text/css"));

    private static final String ONLY_FROM_HERE =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final OpenApiDescription description;
    private final @Nullable TryItOut tryItOut;

    DocumentationController(OpenApiDescription description, @Nullable TryItOut tryItOut) {
        this.description = description;
        this.tryItOut = tryItOut;
    }

    @Get("/openapi.yaml")
    HttpResponse<String> yaml() {
        return answer(description.yaml(), YAML);
    }

    @Get("/openapi.json")
    HttpResponse<String> json() {
        return answer(description.json(), MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/docs")
    HttpResponse<String> page() {
        return answer(read("index.html"), MediaType.TEXT_HTML_TYPE);
    }

    /** Returns what the page is filled in with. Only to the page: a page of another origin is told nothing, allowed or not. */
    @Get("/docs/try-it-out.json")
    HttpResponse<Map<String, Object>> tryItOut(HttpRequest<?> request) {
        Map<String, Object> values = tryItOut == null
                        || ReceivedRequest.of(request)
                                .header(HttpHeaders.ORIGIN)
                                .isPresent()
                ? Map.of()
                : Map.of("parameters", tryItOut.parameters(), "token", tryItOut.token());
        return HttpResponse.ok(values).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Returns a file that the page loads. */
    @Get("/docs/{name}")
    HttpResponse<String> file(@PathVariable("name") String name) {
        MediaType type = FILES.get(name);
        if (type == null) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "No such endpoint; see /file/docs");
        }
        return answer(read(name), type);
    }

    private static HttpResponse<String> answer(String text, MediaType type) {
        return HttpResponse.ok(text)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR)
                .header("Content-Security-Policy", ONLY_FROM_HERE);
    }

    private static String read(String name) {
        try (InputStream file = DocumentationController.class.getResourceAsStream("/openapi/docs/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The build has left out " + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
