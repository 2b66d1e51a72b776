package dev.fileapi.metadata.jdbc;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place after a record among those that are due: its time and key. Records that change meanwhile neither repeat nor hide others.
 *
 * @param versionId 0 when the record is a file
 */
record JdbcDueCursor(Instant time, UUID organisationId, UUID workspaceId, UUID fileId, long versionId) {

    private static final String SEPARATOR = "/";
    private static final UUID FIRST = new UUID(0, 0);
    private static final JdbcDueCursor START = new JdbcDueCursor(Instant.EPOCH, FIRST, FIRST, FIRST, 0);

    /** @param text null for the start */
    static JdbcDueCursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        String[] parts = text.split(SEPARATOR, -1);
        return new JdbcDueCursor(
                Instant.parse(parts[0]),
                UUID.fromString(parts[1]),
                UUID.fromString(parts[2]),
                UUID.fromString(parts[3]),
                Long.parseLong(parts[4]));
    }

    String text() {
        return String.join(
                SEPARATOR,
                time.toString(),
                organisationId.toString(),
                workspaceId.toString(),
                fileId.toString(),
                Long.toString(versionId));
    }
}
