package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How records of one type lie in their table; reads them from its rows. */
interface RecordMapping<R> extends Sql.RowReader<R> {

    String table();

    /** The primary key's columns: organisation, workspace, file, and what else it takes. */
    List<String> keyColumns();

    /** The values of the primary key's columns. */
    List<Object> key(R entity);

    /** All other columns but {@code revision}, and their values, in an order that never changes. */
    Map<String, @Nullable Object> values(R entity);

    Revision revision(R entity);

    @Nullable
    Instant nextCheckAt(R entity);

    /** What reading the record back gives, once it is stored as this revision. */
    R stored(R entity, Revision revision);
}
