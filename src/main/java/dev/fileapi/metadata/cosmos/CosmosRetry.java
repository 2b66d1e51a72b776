package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.CosmosException;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.MetadataStoreException;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries calls of Cosmos DB a few times where they may be repeated, and turns other failures into {@link MetadataStoreException}
 * ("HTTP status codes for Azure Cosmos DB", "Designing resilient applications with Azure Cosmos DB SDKs").
 */
final class CosmosRetry {

    private static final Logger LOG = LoggerFactory.getLogger(CosmosRetry.class);

    private static final int MAX_ATTEMPTS = 3;
    private static final long PAUSE_MILLISECONDS = 50;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RETRY_WITH = 449;
    /** After these it is unknown whether a write happened: 0 is a broken connection, 408 also our own timeout. */
    private static final Set<Integer> IN_DOUBT = Set.of(0, 408, 410, 500, 502, 503, 504);

    private CosmosRetry() {}

    /** Repeats a call that changes nothing. */
    static <T> T read(Supplier<T> call) {
        return repeat(doubt -> call.get());
    }

    /** A write that learns whether an earlier attempt may have happened. */
    interface Attempt<T> {
        T make(boolean inDoubt);
    }

    /** Repeats a call whose attempts themselves make sure that it is done once. */
    static <T> T repeat(Attempt<T> call) {
        boolean inDoubt = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.make(inDoubt);
            } catch (CosmosException e) {
                if (attempt == MAX_ATTEMPTS || !isTransient(e)) {
                    throw failure(e);
                }
                LOG.info(
                        "cosmos call repeated: status={} substatus={} attempt={} activity={}",
                        e.getStatusCode(),
                        e.getSubStatusCode(),
                        attempt,
                        e.getActivityId());
                inDoubt |= IN_DOUBT.contains(e.getStatusCode());
                pause(attempt, e);
            } catch (IllegalStateException e) {
                // what the client throws when it cannot start, among other things
                throw new MetadataStoreException("The metadata store failed.", e);
            }
        }
    }

    private static boolean isTransient(CosmosException e) {
        return e.getStatusCode() == RETRY_WITH || IN_DOUBT.contains(e.getStatusCode());
    }

    /** The client itself has waited for a throttled call as long as it may. */
    private static MetadataStoreException failure(CosmosException e) {
        if (e.getStatusCode() == TOO_MANY_REQUESTS) {
            return new MetadataStoreBusyException(
                    "The metadata store has too much to do.", e, e.getRetryAfterDuration());
        }
        return new MetadataStoreException("The metadata store failed.", e);
    }

    private static void pause(int attempt, CosmosException cause) {
        try {
            Thread.sleep(PAUSE_MILLISECONDS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(cause);
        }
    }
}
