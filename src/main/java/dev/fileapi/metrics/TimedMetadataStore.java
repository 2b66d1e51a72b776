package dev.fileapi.metrics;

import dev.fileapi.files.store.MetadataStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Times every call of the metadata store, whichever it is. */
@Singleton
final class TimedMetadataStore implements BeanCreatedEventListener<MetadataStore> {

    private final MeterRegistry meters;

    TimedMetadataStore(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public MetadataStore onCreated(BeanCreatedEvent<MetadataStore> event) {
        return TimedCalls.of(MetadataStore.class, event.getBean(), "fileapi.store.calls", meters);
    }
}
