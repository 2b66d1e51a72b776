package dev.fileapi.blobs.azure;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The details of a version as a JSON object. What is not known is left out; keys and algorithms of later releases are ignored. */
final class DetailsJson {

    private static final String VERIFICATION = "verification";
    private static final String CHECKSUMS = "checksums";
    private static final String CONTENT_TYPE = "content_type";
    private static final String MODIFIED_AT = "modified_at";
    private static final String TAGS = "tags";
    private static final String METADATA = "metadata";

    private DetailsJson() {}

    static String of(VersionDetails details) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = JsonProviders.createWriter(text)) {
            json.writeStartObject();
            string(json, VERIFICATION, word(details.verification()));
            pairs(json, CHECKSUMS, byWord(details.checksums()));
            string(json, CONTENT_TYPE, details.contentType());
            Instant modifiedAt = details.modifiedAt();
            string(json, MODIFIED_AT, modifiedAt == null ? null : modifiedAt.toString());
            pairs(json, TAGS, details.tags());
            pairs(json, METADATA, details.metadata());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #of} writes */
    static VersionDetails parse(String text) {
        try (JsonReader json = JsonProviders.createReader(text)) {
            json.nextToken();
            expect(json, JsonToken.START_OBJECT);
            return read(json);
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException("Invalid details: not JSON, or not a time", e);
        }
    }

    private static VersionDetails read(JsonReader json) throws IOException {
        Verification verification = Verification.UNVERIFIED;
        Checksums checksums = Checksums.NONE;
        String contentType = null;
        Instant modifiedAt = null;
        Map<String, String> tags = Map.of();
        Map<String, String> metadata = Map.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            expect(json, JsonToken.FIELD_NAME);
            String key = json.getFieldName();
            json.nextToken();
            switch (key) {
                case VERIFICATION ->
                    verification = Verification.valueOf(string(json).toUpperCase(Locale.ROOT));
                case CHECKSUMS -> checksums = checksums(pairs(json));
                case CONTENT_TYPE -> contentType = string(json);
                case MODIFIED_AT -> modifiedAt = Instant.parse(string(json));
                case TAGS -> tags = pairs(json);
                case METADATA -> metadata = pairs(json);
                default -> json.skipChildren();
            }
        }
        return new VersionDetails(verification, checksums, contentType, modifiedAt, tags, metadata);
    }

    private static String string(JsonReader json) throws IOException {
        expect(json, JsonToken.STRING);
        return json.getString();
    }

    private static Map<String, String> pairs(JsonReader json) throws IOException {
        expect(json, JsonToken.START_OBJECT);
        return json.readMap(DetailsJson::string);
    }

    private static void expect(JsonReader json, JsonToken token) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException("Invalid details: " + json.currentToken() + " instead of " + token);
        }
    }

    private static @Nullable String word(Verification verification) {
        return verification == Verification.UNVERIFIED
                ? null
                : verification.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> byWord(Checksums checksums) {
        Map<String, String> words = new LinkedHashMap<>();
        checksums.values().forEach((algorithm, value) -> words.put(algorithm.word(), value));
        return words;
    }

    private static Checksums checksums(Map<String, String> byWord) {
        Checksums checksums = Checksums.NONE;
        for (Map.Entry<String, String> each : byWord.entrySet()) {
            ChecksumAlgorithm algorithm = ChecksumAlgorithm.of(each.getKey()).orElse(null);
            checksums = algorithm == null ? checksums : checksums.with(algorithm, each.getValue());
        }
        return checksums;
    }

    private static void string(JsonWriter json, String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }

    private static void pairs(JsonWriter json, String key, Map<String, String> pairs) throws IOException {
        if (!pairs.isEmpty()) {
            json.writeMapField(key, pairs, JsonWriter::writeString);
        }
    }
}
