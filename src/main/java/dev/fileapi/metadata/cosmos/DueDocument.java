package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** A document that the sweep may have to check. */
interface DueDocument extends StoredDocument {

    /** When, as stored; null when never. */
    @Nullable
    Long nextCheckAt();

    /** Tells the document from all others of its container. */
    @JsonIgnore
    String key();
}
