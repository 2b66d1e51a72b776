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
import org.junit.jupiter.params.provider.MethodSource;

/** The records are those of the API's description. */
class ContractTest {

    private static final Path DESCRIPTION = Path.of("../src/main/resources/openapi/file-api-v2.yaml");

    private static final String WORKSPACE = "/file/v2/orgs/{organisation_id}/workspaces/{workspace_id}";

    private final JsonNode description = description();
    private final JsonNode schemas = description.path("components").path("schemas");

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
        "Deletion, FileToChange",
        "Move, FileToMove"
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
    @MethodSource("batchCalls")
    void aBatchIsAskedForAndAnsweredUnderTheKeysOfTheDescription(BatchCall<?, ?> call) {
        JsonNode post =
                description.path("paths").path(WORKSPACE + call.target()).path("post");

        assertThat(typeOf(post.path("requestBody"), call.asked())).isEqualTo("array");
        assertThat(typeOf(post.path("responses").path("200"), call.answered())).isEqualTo("array");
    }

    private String typeOf(JsonNode body, String key) {
        String schema = name(body.path("content").path("application/json").path("schema"));
        return property(schema, key).path("type").asText();
    }

    static List<BatchCall<?, ?>> batchCalls() {
        return List.of(
                BatchCall.LINKS,
                BatchCall.COMPLETE,
                BatchCall.DOWNLOADS,
                BatchCall.deletions(List.of()),
                BatchCall.moves(List.of()));
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
        return property(schemas.path(schema), key);
    }

    private JsonNode property(JsonNode schema, String key) {
        JsonNode property = resolved(schema).path("properties").path(key);
        for (JsonNode part : schema.path("allOf")) {
            property = property.isMissingNode() ? property(resolved(part), key) : property;
        }
        return resolved(property);
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? schemas.path(name(schema)) : schema;
    }

    private static String name(JsonNode reference) {
        String text = reference.path("$ref").asText();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** An annotation on a component of a record is on its accessor too. */
    private static String key(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null
                ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName())
                : named.value();
    }

    private static JsonNode description() {
        try {
            return new YAMLMapper().readTree(DESCRIPTION.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
