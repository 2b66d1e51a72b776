package dev.fileapi.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.http.problem.ProblemDocument;
import dev.fileapi.http.request.DownloadBatchRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The results of a batch, in the order asked for.
 *
 * @param downloads each a {@link DownloadFileResponse} or a {@link Refused}, which have nothing in common on the wire
 */
@Serdeable
public record DownloadBatchResponse(List<Object> downloads) {

    /** Why there is no link for a file, which is named as in the request. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(
            @Nullable String path,
            @Nullable UUID fileId,
            @Nullable String versionId,
            ProblemDocument problem) {

        public static Refused of(DownloadBatchRequest.Item file, ProblemDocument problem) {
            FileId fileId = file.fileId();
            VersionId versionId = file.versionId();
            return new Refused(
                    file.path(),
                    fileId == null ? null : fileId.value(),
                    versionId == null ? null : versionId.toString(),
                    problem);
        }
    }

    /** Leaves the links out: they are secrets. */
    @Override
    public String toString() {
        return "DownloadBatchResponse[downloads=" + downloads.size() + "]";
    }
}
