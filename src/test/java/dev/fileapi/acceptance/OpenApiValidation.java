package dev.fileapi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks answers against the description of the API. */
public final class OpenApiValidation {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");
    private static final Pattern PAGES = Pattern.compile("/|/file|/file/(console|docs)(/.*)?|/file/openapi\\..*");
    private static final OpenAPI DESCRIPTION = parse();
    private static final ApiOperationResolver OPERATIONS = new ApiOperationResolver(DESCRIPTION, null, false);
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createFor(DESCRIPTION).build();

    private OpenApiValidation() {}

    /** The description, parsed; it has been found to be valid. */
    public static OpenAPI description() {
        return DESCRIPTION;
    }

    /**
     * Fails when an answer is not as described. What no operation describes, as of an unknown address or method, must be a problem.
     *
     * @param pathAndQuery what was called, as the client wrote it
     * @param contentType empty when there is none
     * @param body empty when there is none
     */
    public static void check(String method, String pathAndQuery, int status, String contentType, String body) {
        String path = path(pathAndQuery);
        if (!METHODS.contains(method) || (PAGES.matcher(path).matches() && status < 400)) {
            return;
        }
        Request.Method called = Request.Method.valueOf(method);
        ApiOperationMatch match = OPERATIONS.findApiOperation(path, called);
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(status);
        if (!contentType.isEmpty()) {
            answer.withContentType(contentType);
        }
        if (!body.isEmpty()) {
            answer.withBody(body);
        }
        String what = method + " " + pathAndQuery + " " + status + " " + contentType + " " + body;
        if (describes(match, status)) {
            ValidationReport report = VALIDATOR.validateResponse(path, called, answer.build());
            assertThat(report.getMessages()).as(what).isEmpty();
        } else {
            assertThat(status).as(what).isBetween(400, 499);
            assertThat(contentType).as(what).startsWith(PROBLEM_JSON);
            assertThat(body).as(what).contains("\"type\"", "\"title\"", "\"status\":" + status, "\"detail\"");
        }
    }

    private static boolean describes(ApiOperationMatch match, int status) {
        return match.isPathFound()
                && match.isOperationAllowed()
                && (status < 400
                        || match.getApiOperation().getOperation().getResponses().containsKey(Integer.toString(status)));
    }

    /** In a URL the path of a file has as many segments as it likes; in the description it is one. */
    private static String path(String pathAndQuery) {
        return pathAndQuery
                .replaceFirst("[?#].*", "")
                .replaceFirst("(/file/v2/orgs/[^/]+/workspaces/[^/]+/files/path/).*", "$1file");
    }

    private static OpenAPI parse() {
        try (InputStream file = OpenApiValidation.class.getResourceAsStream("/openapi/file-api-v2.yaml")) {
            String yaml =
                    new String(Objects.requireNonNull(file, "no description").readAllBytes(), UTF_8);
            ParseOptions options = new ParseOptions();
            options.setResolve(true);
            options.setResolveFully(true);
            SwaggerParseResult result = new OpenAPIV3Parser().readContents(yaml, null, options);
            assertThat(result.getMessages()).isEmpty();
            return result.getOpenAPI();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
