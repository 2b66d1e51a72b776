package dev.fileapi.functions;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.context.event.HttpRequestReceivedEvent;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import jakarta.inject.Singleton;

/**
 * Publishes nothing when a request comes or ends: the service does not listen, and Micronaut would look for the publisher and the listeners
 * of both events at each request, and make a publisher each time.
 */
@Factory
final class RequestEvents {

    @Primary
    @Singleton
    ApplicationEventPublisher<HttpRequestReceivedEvent> received() {
        return ApplicationEventPublisher.noOp();
    }

    @Primary
    @Singleton
    ApplicationEventPublisher<HttpRequestTerminatedEvent> terminated() {
        return ApplicationEventPublisher.noOp();
    }
}
