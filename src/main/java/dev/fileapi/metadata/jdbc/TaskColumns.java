package dev.fileapi.metadata.jdbc;

import dev.fileapi.files.model.VerificationTask;
import io.micronaut.data.annotation.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is still to be read of a version's bytes, in three columns of a row; all are null when nothing is. */
@Embeddable
record TaskColumns(
        @Nullable Instant dueAt,
        @Nullable Long offset,
        @Nullable String state) {

    private static final TaskColumns NONE = new TaskColumns(null, null, null);

    static TaskColumns of(@Nullable VerificationTask task) {
        return task == null ? NONE : new TaskColumns(JdbcTimes.stored(task.dueAt()), task.offset(), task.state());
    }

    @Nullable
    VerificationTask task() {
        return dueAt == null ? null : new VerificationTask(dueAt, Objects.requireNonNull(offset), state);
    }
}
