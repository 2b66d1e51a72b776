package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fileapi.files.model.FileId;
import dev.fileapi.http.problem.ProblemDocument;
import dev.fileapi.http.request.MoveFilesRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of each file, in the order asked for, or by path.
 *
 * @param next the cursor of a call for the files of the prefix that follow; null when there are none
 */
@Serdeable
public record MoveFilesResponse(List<Item> files, @Nullable String next) {

    /**
     * A file at its new path, or why it is not there.
     *
     * @param path as it was asked for, or of a file of the prefix, before the move
     * @param fileId as it was asked for, or of the file that was moved
     * @param to as it was asked for, or made from the prefix
     * @param file as a list shows it; left out with a problem
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Nullable String path,
            @Nullable UUID fileId,
            String to,
            @Nullable ListedFile file,
            @Nullable ProblemDocument problem) {

        public static Item of(MoveFilesRequest.Item asked, ProblemDocument problem) {
            FileId id = asked.file().fileId();
            return new Item(asked.file().path(), id == null ? null : id.value(), asked.to(), null, problem);
        }
    }
}
