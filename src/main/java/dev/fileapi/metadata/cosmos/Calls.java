package dev.fileapi.metadata.cosmos;

import com.azure.cosmos.CosmosException;
import dev.fileapi.files.model.MetadataStoreBusyException;
import dev.fileapi.files.model.MetadataStoreException;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls of Cosmos DB: repeats what may be repeated, a few times, and turns what is left into {@link MetadataStoreException}
 * ("HTTP status codes for Azure Cosmos DB", "Designing resilient applications with Azure Cosmos DB SDKs").
 */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLISECONDS = 50;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RETRY_WITH = 449;
    /** After these it is unknown whether a write happened: 0 is a connection that broke, 408 also our own timeout. */
    private static final Set<Integer> IN_DOUBT = Set.of(0, 408, 410, 500, 502, 503, 504);

    private Calls() {}

    /** A call that changes nothing. */
    static <T> T read(Supplier<T> call) {
        return repeat(doubt -> call.get());
    }

    /** A write that receives whether an earlier attempt may have happened. */
    interface Attempt<T> {
        T make(boolean inDoubt);
    }

    /** A call whose attempts see to it themselves that it is done once. */
    static <T> T repeat(Attempt<T> call) {
        boolean inDoubt = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.make(inDoubt);
            } catch (CosmosException e) {
                if (attempt == ATTEMPTS || !isPassing(e)) {
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

    private static boolean isPassing(CosmosException e) {
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
