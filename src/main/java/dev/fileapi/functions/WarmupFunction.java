package dev.fileapi.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.WarmupTrigger;
import dev.fileapi.files.BlobStore;
import dev.fileapi.files.MetadataStore;
import dev.fileapi.http.MaskedTrace;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the connections that the first request would otherwise wait for, where the plan announces a new instance. */
@Singleton
public final class WarmupFunction {

    private static final Logger LOG = LoggerFactory.getLogger(WarmupFunction.class);

    private final MetadataStore store;
    private final BlobStore blobs;

    WarmupFunction(MetadataStore store, BlobStore blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    @FunctionName("Warmup")
    public void warmUp(@WarmupTrigger Object trigger, ExecutionContext context) {
        try {
            store.ping();
            blobs.ping();
        } catch (RuntimeException e) {
            LOG.warn("warm-up failed: cause={}", MaskedTrace.of(e));
        }
    }
}
