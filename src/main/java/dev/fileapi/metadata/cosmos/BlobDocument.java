package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.fileapi.files.model.BlobInfo;
import org.jspecify.annotations.Nullable;

/** A committed blob's facts within a document. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record BlobDocument(
        long size,
        String etag,
        String snapshot,
        @Nullable String contentMd5,
        @Nullable String contentType) {

    static BlobDocument of(BlobInfo facts) {
        return new BlobDocument(facts.size(), facts.etag(), facts.snapshot(), facts.contentMd5(), facts.contentType());
    }

    BlobInfo facts() {
        return new BlobInfo(size, etag, snapshot, contentMd5, contentType);
    }
}
