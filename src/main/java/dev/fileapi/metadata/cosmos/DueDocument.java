package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A document that may be due. */
interface DueDocument extends StoredDocument {

    /** Tells the document from all others of its container. */
    @JsonIgnore
    String key();
}
