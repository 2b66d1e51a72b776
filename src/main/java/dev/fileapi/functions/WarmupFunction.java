package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.WarmupTrigger;
import dev.fileapi.access.token.IssuerKeys;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.VersionId;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import dev.fileapi.files.store.MetadataStore;
import dev.fileapi.logging.RedactedStackTrace;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the clients, opens the connections and fetches the keys that the first request would otherwise wait for, where the plan announces
 * a new instance. One after the other, so that all is made under the class loader that the worker has set for this thread.
 */
@Singleton
public final class WarmupFunction {

    private static final Logger LOG = LoggerFactory.getLogger(WarmupFunction.class);
    private static final UUID NONE = new UUID(0, 0);
    private static final BlobName NO_BLOB = new BlobName(new Workspace(NONE, NONE), new FileId(NONE), new VersionId(0));

    private final MetadataStore store;
    private final BlobStore blobs;
    private final IssuerKeys keys;
    private final Clock clock;

    WarmupFunction(MetadataStore store, BlobStore blobs, IssuerKeys keys, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.keys = keys;
        this.clock = clock;
    }

    @FunctionName("Warmup")
    public void warmUp(@WarmupTrigger Object trigger, ExecutionContext context) {
        attempt("metadata store", store::ping);
        attempt("blob storage", blobs::ping);
        attempt("signing", this::sign);
        attempt("issuer's keys", keys::fetch);
    }

    /** Links are signed with a key fetched from the blob service at the first signing. This link is discarded. */
    private void sign() {
        blobs.signUpload(NO_BLOB, clock.instant().plus(Duration.ofMinutes(1)));
    }

    /** What fails now is tried again by the first request, and tells its caller. */
    private static void attempt(String part, Runnable preparation) {
        try {
            preparation.run();
        } catch (RuntimeException e) {
            LOG.warn("warm-up failed: part={} cause={}", part, RedactedStackTrace.of(e));
        }
    }
}
