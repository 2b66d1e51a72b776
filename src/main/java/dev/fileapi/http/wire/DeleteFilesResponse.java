package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.http.problem.ProblemDocument;
import dev.fileapi.http.request.NamedFile;
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
public record DeleteFilesResponse(
        List<Item> files, @Nullable String next) {

    /**
     * A file that is deleted, or why it is not.
     *
     * @param path as it was asked for, or of a file of the prefix
     * @param fileId as it was asked for, or of the file that was deleted
     * @param deleted whether this call has deleted it; false when there was none to delete; left out with a problem
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Nullable String path,
            @Nullable UUID fileId,
            @Nullable Boolean deleted,
            @Nullable ProblemDocument problem) {

        /**
         * Returns the result of a file.
         *
         * @param deleted null when there was none to delete
         */
        public static Item of(NamedFile asked, @Nullable FileRecord deleted) {
            FileId id = deleted == null ? asked.fileId() : deleted.id();
            return new Item(asked.path(), id == null ? null : id.value(), deleted != null, null);
        }

        public static Item of(NamedFile asked, ProblemDocument problem) {
            FileId id = asked.fileId();
            return new Item(asked.path(), id == null ? null : id.value(), null, problem);
        }
    }
}
