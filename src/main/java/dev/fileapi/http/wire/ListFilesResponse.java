package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of files.
 *
 * @param count how many files and folders the page has
 * @param total how many there are in all; null when paged by cursor
 * @param offset null when paged by cursor
 * @param folders null, and left out, unless asked for
 */
@Serdeable
public record ListFilesResponse(
        List<ListedFile> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> folders,
        int count,

        @Nullable Long total,

        int limit,

        @Nullable Long offset,

        PageLinks links) {

    /** The addresses of the page and its neighbours; null at the ends. */
    @Serdeable
    public record PageLinks(
            URI self, @Nullable URI next, @Nullable URI prev) {}
}
