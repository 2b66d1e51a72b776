package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.fileapi.files.model.VerificationTask;
import org.jspecify.annotations.Nullable;

/** What is still to be read of a version's bytes, within a document. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskDocument(long dueAt, long offset, @Nullable String state) {

    static @Nullable TaskDocument of(@Nullable VerificationTask task) {
        return task == null ? null : new TaskDocument(CosmosTimes.stored(task.dueAt()), task.offset(), task.state());
    }

    VerificationTask task() {
        return new VerificationTask(CosmosTimes.read(dueAt), offset, state);
    }
}
