package dev.fileapi.metadata.cosmos;

import java.time.Instant;

/** The query for what is due, the same for both containers. */
final class Due {

    private Due() {}

    /** What has no next check lacks the property, and so is not in the index that this walks along. */
    static Query before(Instant now) {
        return new Query("SELECT * FROM c WHERE c.next_check_at <= ? ORDER BY c.next_check_at ASC", Times.stored(now));
    }
}
