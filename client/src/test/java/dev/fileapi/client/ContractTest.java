package dev.fileapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records are those of the API's description. */
class ContractTest {

    private static final Path DESCRIPTION = Path.of("../src/main/resources/openapi/file-api-v2.yaml");

    private final JsonNode schemas = schemas();

    @ParameterizedTest
    @CsvSource({
        "StoredFile, ListedFile",
        "StoredFile, DownloadFileResponse",
        "FileVersion, FileVersion",
        "Upload, Upload",
        "User, User",
        "Checksums, Checksums",
        "Block, Block",
        "CompletedUpload, CompletedUpload",
        "UploadLink, UploadBatchItem",
        "Problem, Problem",
        "Caller, CallerResponse",
        "Caller$Organisation, CallersOrganisation",
        "Caller$Workspace, CallersWorkspace",
        "FileRef, FileToDownload",
        "Deletion, FileToChange"
    })
    void itsComponentsAreInTheDescription(String type, String schema) throws ClassNotFoundException {
        for (RecordComponent component : components(type)) {
            if (!(schema.equals("Upload") && List.of("name", "path").contains(key(component)))) {
                assertThat(property(schema, key(component)).isMissingNode())
                        .as("%s of %s", key(component), schema)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "StoredFile, ListedFile",
        "StoredFile, DownloadFileResponse",
        "FileVersion, FileVersion",
        "Upload, Upload",
        "Upload, UploadInProgress",
        "User, User",
        "Block, Block",
        "Caller, CallerResponse"
    })
    void whatMayBeNullOrLeftOutMayBeNull(String type, String schema) throws ClassNotFoundException {
        for (RecordComponent component : components(type)) {
            boolean needed = StreamSupport.stream(
                            schemas.path(schema).path("required").spliterator(), false)
                    .anyMatch(name -> name.asText().equals(key(component)));
            boolean nullable = property(schema, key(component)).path("nullable").asBoolean();
            if ((!needed || nullable) && !component.getType().isPrimitive()) {
                assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .as("%s of %s", component.getName(), type)
                        .isTrue();
            }
        }
    }

    private static RecordComponent[] components(String type) throws ClassNotFoundException {
        return Class.forName("dev.fileapi.client." + type).getRecordComponents();
    }

    private JsonNode property(String schema, String key) {
        JsonNode property = schemas.path(schema).path("properties").path(key);
        String reference = property.path("$ref").asText("");
        return reference.isEmpty() ? property : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** An annotation on a component of a record is on its accessor too. */
    private static String key(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null
                ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName())
                : named.value();
    }

    private static JsonNode schemas() {
        try {
            return new YAMLMapper()
                    .readTree(DESCRIPTION.toFile())
                    .path("components")
                    .path("schemas");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
