package dev.fileapi.http.wire;

import dev.fileapi.files.model.UploadState;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The uploads in progress of a file, newest first. */
@Serdeable
public record ListUploadsResponse(List<Upload> uploads) {

    public static ListUploadsResponse of(List<UploadState> uploads) {
        return new ListUploadsResponse(uploads.stream().map(Upload::of).toList());
    }
}
