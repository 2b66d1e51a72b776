package dev.fileapi.http.problem;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fileapi.acceptance.OpenApiValidation;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the description are what the API answers with. */
class ProblemExamplesTest {

    private static final String PREFIX = "https://seequent.com/error-codes/file-api";
    private static final Map<String, String> TITLES = Arrays.stream(Problem.values())
            .collect(toMap(
                    problem -> problem.status() + " " + problem.suffix(), Problem::title, (title, same) -> title));

    @Test
    void everyProblemIsDescribed() {
        assertThat(examples().map(ProblemExamplesTest::kind)).containsAll(TITLES.keySet());
    }

    @Test
    void everyExampleIsAProblem() {
        assertThat(examples()).isNotEmpty().allSatisfy(example -> {
            if (example.get("status").asInt() != 405) {
                assertThat(TITLES)
                        .containsEntry(kind(example), example.get("title").asText());
            }
        });
    }

    @Test
    void everyOperationHasANameASummaryAndItsParameters() {
        assertThat(operations()).hasSize(20).allSatisfy(operation -> {
            assertThat(operation.getOperationId()).isNotBlank();
            assertThat(operation.getSummary()).isNotBlank();
            assertThat(operation.getTags()).hasSize(1);
            assertThat(operation.getParameters()).allSatisfy(parameter -> {
                assertThat(parameter.getDescription()).isNotBlank();
                assertThat(parameter.getSchema().getType()).isNotEqualTo("object");
            });
        });
        assertThat(operations().map(Operation::getOperationId)).doesNotHaveDuplicates();
    }

    private static String kind(JsonNode example) {
        return example.get("status").asInt() + " "
                + example.get("type").asText().substring(PREFIX.length());
    }

    /** Those that are answers of their own, and those that stand for one item of a batch. */
    private static Stream<JsonNode> examples() {
        return Stream.concat(
                examples("application/problem+json"),
                examples("application/json").flatMap(example -> example.findValues("problem").stream()));
    }

    private static Stream<JsonNode> examples(String type) {
        return operations()
                .flatMap(operation -> operation.getResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .map(response -> response.getContent().get(type))
                .filter(content -> content != null)
                .map(MediaType::getExamples)
                .filter(examples -> examples != null)
                .flatMap(examples -> examples.values().stream())
                .map(example -> new ObjectMapper().valueToTree(example.getValue()));
    }

    private static Stream<Operation> operations() {
        return OpenApiValidation.description().getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream);
    }
}
