package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fileapi.http.problem.ProblemDocument;
import dev.fileapi.http.request.CompleteUploadsRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each upload, in the order asked. */
@Serdeable
public record CompleteUploadsResponse(List<Item> uploads) {

    /**
     * An upload that is recorded, or why it is not.
     *
     * @param state {@code committed}, {@code superseded} or {@code rejected}; left out with a problem
     * @param reason why it was rejected; left out unless it was
     * @param reasonDetail what the uploader should do about it; left out unless rejected
     * @param file the file as a list shows it; left out with a problem, and while no version of it is committed
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            UUID fileId,
            String versionId,
            @Nullable String state,
            @Nullable String reason,
            @Nullable String reasonDetail,
            @Nullable ListedFile file,
            @Nullable ProblemDocument problem) {

        public static Item of(CompleteUploadsRequest.Upload upload, ProblemDocument problem) {
            return new Item(upload.file().value(), upload.version().toString(), null, null, null, null, problem);
        }
    }
}
