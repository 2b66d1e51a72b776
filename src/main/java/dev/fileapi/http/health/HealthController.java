package dev.fileapi.http.health;

import dev.fileapi.http.request.QueryParameters;
import dev.fileapi.settings.BuildVersion;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.TreeMap;

/** Reports the health of the service. Without its metadata store it can do nothing; without blob storage it still lists. */
@Controller("/file/health_check")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.ALL)
final class HealthController {

    private final DependencyHealth dependencies;
    private final BuildVersion version;

    HealthController(DependencyHealth dependencies, BuildVersion version) {
        this.dependencies = dependencies;
        this.version = version;
    }

    /** Checks the dependencies only when they are to be shown or are to count. */
    @Get
    HttpResponse<?> checkHealth(HttpRequest<?> request) {
        QueryParameters query = QueryParameters.of(request);
        boolean full = query.isSet("full");
        boolean strict = query.isSet("strict");
        boolean shown = query.isSet("check_dependencies");
        Map<String, Boolean> passing = shown || strict ? dependencies.check() : Map.of();
        String status = status(passing);
        boolean serves = strict ? status.equals("pass") : !status.equals("fail");
        MutableHttpResponse<?> response = HttpResponse.status(serves ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        return full
                ? response.body(new Health(status, version.value(), shown ? words(passing) : null))
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                : response.body(status).contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    private static String status(Map<String, Boolean> passing) {
        if (!passing.getOrDefault(DependencyHealth.METADATA_STORE, true)) {
            return "fail";
        }
        return passing.containsValue(false) ? "degraded" : "pass";
    }

    private static Map<String, String> words(Map<String, Boolean> passing) {
        Map<String, String> words = new TreeMap<>();
        passing.forEach((name, passes) -> words.put(name, passes ? "pass" : "fail"));
        return words;
    }
}
