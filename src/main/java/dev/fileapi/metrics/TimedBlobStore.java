package dev.fileapi.metrics;

import dev.fileapi.files.store.BlobStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Times every call of the blob service, whichever it is. */
@Singleton
final class TimedBlobStore implements BeanCreatedEventListener<BlobStore> {

    private final MeterRegistry meters;

    TimedBlobStore(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public BlobStore onCreated(BeanCreatedEvent<BlobStore> event) {
        return TimedCalls.of(BlobStore.class, event.getBean(), "fileapi.blobs.calls", meters);
    }
}
