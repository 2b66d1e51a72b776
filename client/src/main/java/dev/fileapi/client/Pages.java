package dev.fileapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Pages by cursor, each asked for when the one before has been used: never more than one is held. */
final class Pages extends AbstractSpliterator<JsonNode> {

    private final Function<String, JsonNode> page;
    private @Nullable String cursor = "";

    private Pages(Function<String, JsonNode> page) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.page = page;
    }

    /**
     * Returns the pages.
     *
     * @param page the page at a cursor, the first at an empty one
     */
    static Stream<JsonNode> of(Function<String, JsonNode> page) {
        return StreamSupport.stream(new Pages(page), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super JsonNode> action) {
        if (cursor == null) {
            return false;
        }
        JsonNode current = page.apply(cursor);
        String next = current.path("links").path("next").asText("");
        cursor = next.isEmpty() || next.equals("null") ? null : cursor(next);
        action.accept(current);
        return true;
    }

    /** A link without one is not taken as the end: what follows would be taken as missing. */
    private static String cursor(String link) {
        String value = ApiUrl.parameter(URI.create(link), "cursor");
        if (value == null || value.isEmpty()) {
            throw FileApiException.noAnswer(new IOException("the link to the next page has no cursor"));
        }
        return value;
    }
}
