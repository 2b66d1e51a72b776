package dev.fileapi.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A page of the uploads in progress of a file, newest first.
 *
 * @param limit maximum number of uploads in the page, which may be less than was asked for
 */
@Serdeable
public record ListUploadsResponse(List<Upload> uploads, int count, int limit, UploadListResponse.PageLinks links) {}
