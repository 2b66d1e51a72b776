package dev.fileapi.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.acceptance.OpenApiValidation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description is of use to validators, and to a reader who tries it out. */
class OpenApiDescriptionTest {

    private final OpenAPI description = OpenApiValidation.description();

    /** An example would be sent by "Try it out". */
    @Test
    void nothingOptionalHasAnExample() {
        List<Parameter> optional = operations().stream()
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> !Boolean.TRUE.equals(parameter.getRequired()))
                .toList();

        assertThat(optional).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.getExample()).as(parameter.getName()).isNull();
            assertThat(parameter.getExamples()).as(parameter.getName()).isNull();
            assertThat(parameter.getSchema().getExample())
                    .as(parameter.getName())
                    .isNull();
        });
    }

    /** JSON Schema validators refuse {@code nullable} without a type, and null beside a reference. */
    @Test
    void whatIsNullableHasAType() throws IOException {
        List<Map<?, ?>> nullable = new ArrayList<>();
        try (InputStream file = getClass().getResourceAsStream("/openapi/file-api-v2.yaml")) {
            collectNullable(new Yaml().load(file), nullable);
        }

        assertThat(nullable)
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(schema.containsKey("type"))
                        .as(schema.toString())
                        .isTrue());
    }

    @Test
    void onlyTheHealthCheckNeedsNoToken() {
        assertThat(description.getSecurity()).hasSize(1);
        assertThat(operations()).allSatisfy(operation -> {
            boolean health = operation.getOperationId().equals("checkHealth");
            assertThat(operation.getSecurity() != null
                            && operation.getSecurity().isEmpty())
                    .as(operation.getOperationId())
                    .isEqualTo(health);
        });
    }

    @Test
    void thereIsAContact() {
        assertThat(description.getInfo().getContact().getName()).isNotBlank();
    }

    private List<Operation> operations() {
        return description.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .toList();
    }

    private static void collectNullable(Object node, List<Map<?, ?>> found) {
        if (node instanceof Map<?, ?> map) {
            if (Boolean.TRUE.equals(map.get("nullable"))) {
                found.add(map);
            }
            map.values().forEach(value -> collectNullable(value, found));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collectNullable(value, found));
        }
    }
}
