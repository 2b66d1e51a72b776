package dev.fileapi.files;

import dev.fileapi.files.model.MetadataStoreException;
import java.util.Optional;
import java.util.function.Supplier;

/** Repeats read, decide and conditional write while other writers are faster (optimistic concurrency). */
public final class OptimisticRetry {

    /** Each round that is lost was won by another caller, so this many lost ones in a row mean that something is wrong. */
    private static final int MAX_ATTEMPTS = 200;

    private OptimisticRetry() {}

    /**
     * Calls {@code attempt} until it gives a result.
     *
     * @throws MetadataStoreException when it does not come to one
     */
    public static <T> T untilWritten(Supplier<Optional<T>> attempt) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new MetadataStoreException("The record kept changing under a conditional write.", null);
    }
}
