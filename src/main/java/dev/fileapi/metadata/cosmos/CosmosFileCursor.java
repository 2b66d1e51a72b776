package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.files.model.InvalidCursorException;
import dev.fileapi.metadata.ListCursor;
import dev.fileapi.metadata.OrderValue;
import java.util.List;
import java.util.UUID;

/**
 * A file's place in a listing; the file itself may be gone.
 *
 * @param values one for each criterion of the listing's order, as stored
 */
record CosmosFileCursor(List<OrderValue> values, String path, String id) {

    static CosmosFileCursor at(FileDocument file, CosmosListing listing) {
        return new CosmosFileCursor(
                listing.order().stream()
                        .map(criterion -> CosmosListing.value(file, criterion.field()))
                        .toList(),
                file.path(),
                file.id());
    }

    /** Reads what a query for {@link CosmosListing#place} gives. */
    @JsonCreator
    static CosmosFileCursor read(
            @JsonProperty("id") String id,
            @JsonProperty("path") String path,
            @JsonProperty("ordered_by") List<JsonNode> orderedBy) {
        List<OrderValue> values = orderedBy.stream()
                .map(value -> value.isTextual() ? OrderValue.name(value.asText()) : OrderValue.number(value.asLong()))
                .toList();
        return new CosmosFileCursor(values, path, id);
    }

    /** Reads what {@link #text} wrote for the same listing, or throws {@link InvalidCursorException}. */
    static CosmosFileCursor parse(String text, CosmosListing listing) {
        return of(ListCursor.parse(text, listing.name(), listing.order()));
    }

    static CosmosFileCursor of(ListCursor place) {
        return new CosmosFileCursor(place.values(), place.path(), place.fileId().toString());
    }

    /** Returns the place among the files that share the first criterion's value. */
    CosmosFileCursor withoutFirst() {
        return new CosmosFileCursor(values.subList(1, values.size()), path, id);
    }

    ListCursor place() {
        return new ListCursor(values, UUID.fromString(id), path);
    }

    String text(CosmosListing listing) {
        return place().text(listing.name());
    }
}
