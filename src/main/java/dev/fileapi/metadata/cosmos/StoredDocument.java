package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.models.PartitionKey;
import org.jspecify.annotations.Nullable;

/** What every document has. */
interface StoredDocument {

    String id();

    PartitionKey partition();

    /** Tells this write of the document from all others. */
    String writeId();

    /** What Cosmos DB calls this state; null before it was stored. */
    @Nullable
    String etag();
}
