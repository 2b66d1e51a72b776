package dev.fileapi.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes pages of files, in the form that the serializers of their records give them. */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class ListFilesWriter implements MessageBodyWriter<ListFilesResponse> {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void writeTo(
            Argument<ListFilesResponse> type,
            MediaType mediaType,
            ListFilesResponse page,
            MutableHeaders headers,
            OutputStream bytes) {
        headers.set(HttpHeaders.CONTENT_TYPE, mediaType);
        try {
            write(page, bytes);
        } catch (IOException e) {
            throw new CodecException("A page of files cannot be written", e);
        }
    }

    static void write(ListFilesResponse page, OutputStream bytes) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            files(json, page.files());
            folders(json, page.folders());
            json.writeNumberField("count", page.count());
            number(json, "total", page.total());
            json.writeNumberField("limit", page.limit());
            number(json, "offset", page.offset());
            links(json, page.links());
            json.writeEndObject();
        }
    }

    private static void files(JsonGenerator json, List<ListedFile> files) throws IOException {
        FileJson file = new FileJson(json);
        json.writeArrayFieldStart("files");
        for (ListedFile each : files) {
            file.write(each);
        }
        json.writeEndArray();
    }

    private static void folders(JsonGenerator json, @Nullable List<String> folders) throws IOException {
        if (folders == null) {
            return;
        }
        json.writeArrayFieldStart("folders");
        for (String folder : folders) {
            json.writeString(folder);
        }
        json.writeEndArray();
    }

    private static void links(JsonGenerator json, ListFilesResponse.PageLinks links) throws IOException {
        json.writeObjectFieldStart("links");
        json.writeStringField("self", links.self().toString());
        url(json, "next", links.next());
        url(json, "prev", links.prev());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Long number) throws IOException {
        json.writeFieldName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }

    private static void url(JsonGenerator json, String name, @Nullable URI url) throws IOException {
        json.writeStringField(name, url == null ? null : url.toString());
    }
}
