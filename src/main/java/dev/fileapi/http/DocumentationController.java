package dev.fileapi.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The description of the API that the build has written, and a page that shows it with nothing from elsewhere. */
@Hidden
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

    /** The description, OpenAPI 3. */
    @Get("/openapi.yaml")
    HttpResponse<String> description() {
        return answer("/META-INF/swagger/openapi.yml", YAML);
    }

    /** The page. */
    @Get("/docs")
    HttpResponse<String> page() {
        return answer("docs/index.html", MediaType.TEXT_HTML_TYPE);
    }

    /** A file that the page needs. */
    @Get("/docs/{name}")
    HttpResponse<String> file(@PathVariable("name") String name) {
        MediaType type = FILES.get(name);
        if (type == null) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
        return answer("docs/" + name, type);
    }

    private static HttpResponse<String> answer(String resource, MediaType type) {
        return HttpResponse.ok(read(resource))
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR)
                .header("Content-Security-Policy", ONLY_FROM_HERE)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static String read(String resource) {
        try (InputStream file = DocumentationController.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("The build has left out " + resource);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
