package dev.fileapi.metadata.jdbc;

import io.micronaut.data.annotation.event.PrePersist;
import io.micronaut.data.event.EntityEventContext;
import io.micronaut.data.event.EntityEventListener;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Begins the revision of a new row at random, after Micronaut Data has set it to 0, so that a record that was removed and created again
 * is not taken for the one before.
 */
@JdbcStore
@Singleton
final class RandomRevisions implements EntityEventListener<Object> {

    /** Leaves room to count up. */
    private static final long BOUND = 1L << 62;

    /** Returns the revision of a new row. */
    static long next() {
        return ThreadLocalRandom.current().nextLong(BOUND);
    }

    @Override
    public boolean supports(RuntimePersistentEntity<Object> entity, Class<? extends Annotation> eventType) {
        return entity.getVersion() != null && eventType == PrePersist.class;
    }

    @Override
    public boolean prePersist(EntityEventContext<Object> context) {
        context.setProperty(
                Objects.requireNonNull(context.getPersistentEntity().getVersion())
                        .getProperty(),
                next());
        return true;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
