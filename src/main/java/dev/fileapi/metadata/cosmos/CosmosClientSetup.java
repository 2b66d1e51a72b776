package dev.fileapi.metadata.cosmos;

import com.azure.core.credential.TokenCredential;
import com.azure.cosmos.ConsistencyLevel;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosEndToEndOperationLatencyPolicyConfigBuilder;
import com.azure.cosmos.ThrottlingRetryOptions;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.micronaut.azure.cosmos.client.CosmosClientConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * Puts our settings into Micronaut's configuration of the client, which is made with the client at its first use.
 *
 * <p>Session consistency: a worker reads what it wrote. What another worker wrote it may see late; where that matters, the answer to
 * a refused write (409 or 412) brings the session token of the state that refused it, so that the next read here sees at least that
 * state. Every decision ends in such a conditional write, so a stale read costs a round and never an update.
 */
@CosmosStore
@Singleton
final class CosmosClientSetup implements BeanCreatedEventListener<CosmosClientConfiguration> {

    private final CosmosSettings settings;

    CosmosClientSetup(CosmosSettings settings) {
        this.settings = settings;
    }

    @Override
    public CosmosClientConfiguration onCreated(BeanCreatedEvent<CosmosClientConfiguration> event) {
        CosmosClientConfiguration configuration = event.getBean();
        configuration.setConsistencyLevel(ConsistencyLevel.SESSION);
        CosmosClientBuilder builder = configuration
                .getCosmosClientBuilder()
                .endpoint(settings.accountEndpoint())
                .contentResponseOnWriteEnabled(false)
                .userAgentSuffix("file-api")
                .throttlingRetryOptions(new ThrottlingRetryOptions().setMaxRetryWaitTime(settings.throttlingWait()))
                .endToEndOperationLatencyPolicyConfig(
                        new CosmosEndToEndOperationLatencyPolicyConfigBuilder(settings.timeout()).build());
        authenticate(builder);
        if (settings.isGateway()) {
            builder.gatewayMode();
        } else {
            builder.directMode();
        }
        return configuration;
    }

    private void authenticate(CosmosClientBuilder builder) {
        if (settings.key() == null) {
            builder.credential(identity());
        } else {
            builder.key(settings.key());
        }
    }

    private TokenCredential identity() {
        return settings.managedIdentityClientId() == null
                ? new DefaultAzureCredentialBuilder().build()
                : new ManagedIdentityCredentialBuilder()
                        .clientId(Objects.requireNonNull(settings.managedIdentityClientId()))
                        .build();
    }
}
