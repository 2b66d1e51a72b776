package dev.fileapi.files.recovery;

import dev.fileapi.files.model.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what storage and a record say, field by field. */
final class Differences {

    private final List<String> fields = new ArrayList<>();

    Differences field(String name, @Nullable Object stored, @Nullable Object recorded) {
        if (!Objects.equals(stored, recorded)) {
            fields.add(name + ": stored " + stored + ", recorded " + recorded);
        }
        return this;
    }

    /** Times are recorded to the microsecond. */
    Differences time(String name, @Nullable Instant stored, @Nullable Instant recorded) {
        return field(name, micros(stored), micros(recorded));
    }

    /** As much of a user as is stored. */
    Differences user(String name, @Nullable User stored, @Nullable User recorded) {
        return field(name, stored, recorded == null ? null : recorded.truncatedForMetadata());
    }

    Differences and(Differences others) {
        fields.addAll(others.fields);
        return this;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("; ", fields);
    }

    private static @Nullable Instant micros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}
