package dev.fileapi.http.request;

import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.http.problem.ContentTooLargeException;
import dev.fileapi.http.problem.ValidationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call to change a file's tags asks for, besides its id.
 *
 * @param tags all that the file has afterwards
 * @param condition of the headers {@code If-Match} and {@code If-None-Match}; null: none
 */
public record TagsRequest(
        Map<String, String> tags, @Nullable UploadCondition condition) {

    /** Enough for tags in which every character is an escape, and space between them. */
    private static final int MAX_BYTES = 64 * 1024;

    private static final String EXAMPLE = "{\"tags\": {\"site\": \"north\"}}";

    private static final String TAGS = DeclarationFields.TAGS.field();

    /**
     * Reads a request.
     *
     * @throws ValidationException when it names a version, which cannot be changed; the body has no tags or anything else; or a field or
     *     header breaks a rule
     * @throws ContentTooLargeException when the body is larger than {@value #MAX_BYTES} bytes
     * @throws HttpStatusException when the body cannot be read, as in {@link JsonBody#object}
     */
    public static TagsRequest read(HttpRequest<?> request) {
        QueryParameters query = QueryParameters.of(request);
        for (String name : List.of("version_id", "version")) {
            if (query.has(name)) {
                throw new ValidationException(
                        name, "cannot be sent here: PATCH changes the tags of the latest version");
            }
        }
        JsonNode sent = JsonBody.object(request, MAX_BYTES, EXAMPLE);
        for (Map.Entry<String, JsonNode> field : sent.entries()) {
            if (!field.getKey().equals(TAGS)) {
                throw new ValidationException(field.getKey(), "cannot be changed; send tags only");
            }
        }
        Map<String, String> tags = DeclarationFields.TAGS.read(DeclarationFields.told(sent, TAGS));
        if (tags == null) {
            throw new ValidationException(TAGS, "must be an object of strings; {} takes all tags off");
        }
        return new TagsRequest(tags, Conditions.of(request));
    }
}
