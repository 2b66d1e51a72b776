package dev.fileapi.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes files as the serializers of their records do. These look at each character for one that is to be escaped, which is most of what the
 * JSON of a page takes; the names of fields, ids and times have none.
 */
final class FileJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final SerializableString NAME = new SerializedString("name");
    private static final SerializableString PATH = new SerializedString("path");
    private static final SerializableString FILE_ID = new SerializedString("file_id");
    private static final SerializableString VERSION_ID = new SerializedString("version_id");
    private static final SerializableString SIZE = new SerializedString("size");
    private static final SerializableString ETAG = new SerializedString("etag");
    private static final SerializableString CREATED_AT = new SerializedString("created_at");
    private static final SerializableString CREATED_BY = new SerializedString("created_by");
    private static final SerializableString MODIFIED_AT = new SerializedString("modified_at");
    private static final SerializableString MODIFIED_BY = new SerializedString("modified_by");
    private static final SerializableString DELETED_AT = new SerializedString("deleted_at");
    private static final SerializableString DELETED_BY = new SerializedString("deleted_by");
    private static final SerializableString LINKS = new SerializedString("links");
    private static final SerializableString SELF = new SerializedString("self");
    private static final SerializableString CHECKSUMS = new SerializedString("checksums");
    private static final SerializableString VERIFICATION = new SerializedString("verification");
    private static final SerializableString CONTENT_TYPE = new SerializedString("content_type");
    private static final SerializableString SOURCE_MODIFIED_AT = new SerializedString("source_modified_at");
    private static final SerializableString TAGS = new SerializedString("tags");
    private static final SerializableString METADATA = new SerializedString("metadata");

    private final JsonGenerator json;
    private final Map<UUID, ShownUser> users = new HashMap<>();

    FileJson(JsonGenerator json) {
        this.json = json;
    }

    void write(ListedFile file) throws IOException {
        json.writeStartObject();
        field(NAME, file.name());
        field(PATH, file.path());
        field(FILE_ID, file.fileId());
        field(VERSION_ID, file.versionId());
        json.writeFieldName(SIZE);
        json.writeNumber(file.size());
        field(ETAG, file.etag());
        field(CREATED_AT, file.createdAt());
        field(CREATED_BY, file.createdBy());
        field(MODIFIED_AT, file.modifiedAt());
        field(MODIFIED_BY, file.modifiedBy());
        field(DELETED_AT, file.deletedAt());
        field(DELETED_BY, file.deletedBy());
        json.writeFieldName(LINKS);
        json.writeStartObject();
        field(SELF, file.links().self());
        json.writeEndObject();
        details(file.details());
        json.writeEndObject();
    }

    private void details(ShownDetails details) throws IOException {
        field(CHECKSUMS, details.checksums());
        field(VERIFICATION, details.verification());
        field(CONTENT_TYPE, details.contentType());
        field(SOURCE_MODIFIED_AT, details.sourceModifiedAt());
        field(TAGS, details.tags());
        field(METADATA, details.metadata());
    }

    private void field(SerializableString name, @Nullable String text) throws IOException {
        json.writeFieldName(name);
        if (text == null) {
            json.writeNull();
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == text.length()) {
            json.writeUTF8String(bytes, 0, bytes.length);
        } else {
            json.writeString(text);
        }
    }

    private void field(SerializableString name, @Nullable Instant time) throws IOException {
        json.writeFieldName(name);
        if (time == null) {
            json.writeNull();
        } else {
            unescaped(InstantSerializer.ascii(time));
        }
    }

    private void field(SerializableString name, UUID id) throws IOException {
        json.writeFieldName(name);
        unescaped(AsciiUuid.of(id));
    }

    private void field(SerializableString name, @Nullable UserInfo user) throws IOException {
        json.writeFieldName(name);
        if (user == null) {
            json.writeNull();
        } else {
            json.writeRawValue(shown(user));
        }
    }

    /** The files of a page have few users. */
    private SerializableString shown(UserInfo user) throws IOException {
        ShownUser known = users.get(user.id());
        if (known == null || !known.user().equals(user)) {
            known = ShownUser.of(user);
            users.put(user.id(), known);
        }
        return known.json();
    }

    private void field(SerializableString name, Map<String, String> pairs) throws IOException {
        json.writeFieldName(name);
        json.writeStartObject();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            json.writeStringField(pair.getKey(), pair.getValue());
        }
        json.writeEndObject();
    }

    private void unescaped(byte[] ascii) throws IOException {
        json.writeRawUTF8String(ascii, 0, ascii.length);
    }

    /** A user, and what is written of them. */
    private record ShownUser(UserInfo user, SerializableString json) {

        static ShownUser of(UserInfo user) throws IOException {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            try (JsonGenerator json = JSON.createGenerator(text)) {
                json.writeStartObject();
                json.writeStringField("id", user.id().toString());
                json.writeStringField("name", user.name());
                json.writeStringField("email", user.email());
                json.writeEndObject();
            }
            return new ShownUser(user, new SerializedString(text.toString(StandardCharsets.UTF_8)));
        }
    }
}
