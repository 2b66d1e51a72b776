package dev.fileapi.http;

import dev.fileapi.access.WorkspaceAccess;
import dev.fileapi.concurrent.FairShare;
import dev.fileapi.http.settings.HttpSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Lets each workspace make some calls at a time that may be large: lists, histories and batches. The host starts as many calls as come; what
 * they share, as the store's connections, is not one workspace's alone.
 */
@Singleton
final class LargeCalls {

    private static final int MAX_WAITING = 64;
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final FairShare share;

    LargeCalls(HttpSettings settings) {
        this.share = new FairShare(settings.largeCallsPerWorkspace(), MAX_WAITING, MAX_WAIT);
    }

    /**
     * Returns what the call answers, when it is its turn.
     *
     * @throws RejectedExecutionException when too many of the workspace wait, or waited too long
     */
    <T> T inTurn(WorkspaceAccess caller, Supplier<T> call) {
        return share.use(caller.workspace(), call);
    }
}
