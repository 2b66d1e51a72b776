package dev.fileapi.metadata.cosmos;

import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which Cosmos DB account to use and how. A blank setting counts as none.
 *
 * @param endpoint of the account, {@code https://{account}.documents.azure.com:443/}
 * @param key the account's key; null: an identity is used instead
 * @param managedIdentityClientId the user-assigned identity to use without a key; null: the environment's default credential
 * @param database the database's name
 * @param mode {@code direct}, which talks to replicas over TCP, or {@code gateway}, HTTPS only
 * @param timeout how long one call may take, the client's own retries included
 * @param throttlingWait how long in all the client waits for a throttled call before it gives up
 * @param createIfMissing whether to create the database and its containers before their first use
 */
@CosmosStore
@ConfigurationProperties("fileapi.cosmos")
record CosmosSettings(
        @Nullable String endpoint,
        @Nullable String key,
        @Nullable String managedIdentityClientId,
        @Bindable(defaultValue = "file-api") String database,
        @Bindable(defaultValue = "direct") String mode,
        @Bindable(defaultValue = "PT10S") Duration timeout,
        @Bindable(defaultValue = "PT5S") Duration throttlingWait,
        @Bindable(defaultValue = "false") boolean createIfMissing) {

    private static final String ENDPOINT = "FILEAPI_COSMOS_ENDPOINT";
    private static final String DIRECT = "direct";
    private static final String GATEWAY = "gateway";

    CosmosSettings {
        endpoint = blankAsNull(endpoint);
        key = blankAsNull(key);
        managedIdentityClientId = blankAsNull(managedIdentityClientId);
        mode = mode.toLowerCase(Locale.ROOT);
        if (endpoint == null || !endpoint.matches("https?://[^/]+/?")) {
            throw new InvalidSettingException(
                    ENDPOINT,
                    "must be the account's address as https://{account}.documents.azure.com:443/ when"
                            + " FILEAPI_STORE is cosmos");
        }
        if (key != null && managedIdentityClientId != null) {
            throw new InvalidSettingException(
                    "FILEAPI_COSMOS_KEY",
                    "and FILEAPI_COSMOS_MANAGED_IDENTITY_CLIENT_ID are both set: unset one of them");
        }
        if (database.isBlank()) {
            throw new InvalidSettingException("FILEAPI_COSMOS_DATABASE", "must be the database's name");
        }
        if (!mode.equals(DIRECT) && !mode.equals(GATEWAY)) {
            throw new InvalidSettingException("FILEAPI_COSMOS_MODE", "must be " + DIRECT + " or " + GATEWAY);
        }
        check("FILEAPI_COSMOS_TIMEOUT", timeout, Duration.ofSeconds(1), Duration.ofMinutes(1));
        check("FILEAPI_COSMOS_THROTTLING_WAIT", throttlingWait, Duration.ZERO, timeout);
    }

    /** The endpoint, which is never null once checked. */
    String accountEndpoint() {
        return Objects.requireNonNull(endpoint);
    }

    boolean isGateway() {
        return mode.equals(GATEWAY);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "CosmosSettings[endpoint=%s, database=%s, mode=%s]".formatted(endpoint, database, mode);
    }

    private static @Nullable String blankAsNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static void check(String variable, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new InvalidSettingException(variable, "must be from " + min + " to " + max);
        }
    }
}
