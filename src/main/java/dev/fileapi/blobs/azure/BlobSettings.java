package dev.fileapi.blobs.azure;

import dev.fileapi.blobs.azure.sas.LinkScope;
import dev.fileapi.blobs.azure.sas.UploadPermissions;
import dev.fileapi.events.BlobContainer;
import dev.fileapi.files.store.LinkTarget;
import dev.fileapi.settings.InvalidSettingException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which blob service to use and what links to it look like. Exactly one of {@code connectionString} and {@code endpoint} is set;
 * a blank setting counts as none.
 *
 * @param connectionString of a storage account, with its key; for Azurite and accounts without Microsoft Entra ID
 * @param endpoint the account's own blob endpoint, {@code https://{account}.blob.core.windows.net}; used with an identity
 * @param managedIdentityClientId the user-assigned identity to use with {@code endpoint}; null: the environment's default
 *     credential
 * @param linkBase what stands in links instead of the endpoint (for Azurite that includes the account's path segment): the
 *     container follows; null: the endpoint itself
 * @param uploadPermissions {@code create-write} or {@code create}, see {@link UploadPermissions}
 * @param createContainer whether to create the container before its first use
 * @param timeout how long one call of the blob service may take, its retries included
 */
@ConfigurationProperties("fileapi.blobs")
public record BlobSettings(
        @Nullable String connectionString,
        @Nullable String endpoint,
        @Nullable String managedIdentityClientId,
        @Bindable(defaultValue = "files") String container,
        @Nullable String linkBase,
        @Bindable(defaultValue = "create-write") String uploadPermissions,
        @Bindable(defaultValue = "false") boolean createContainer,
        @Bindable(defaultValue = "PT10S") Duration timeout)
        implements BlobContainer, LinkTarget {

    private static final String CONNECTION_STRING = "FILEAPI_BLOBS_CONNECTION_STRING";
    private static final String ENDPOINT = "FILEAPI_BLOBS_ENDPOINT";
    private static final String LINK_BASE = "FILEAPI_BLOBS_LINK_BASE";
    private static final Pattern CONTAINER_NAME = Pattern.compile("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");

    public BlobSettings {
        connectionString = blankAsNull(connectionString);
        endpoint = blankAsNull(endpoint);
        managedIdentityClientId = blankAsNull(managedIdentityClientId);
        linkBase = blankAsNull(linkBase);
        if (!CONTAINER_NAME.matcher(container).matches()) {
            throw new InvalidSettingException(
                    "FILEAPI_BLOBS_CONTAINER",
                    "no container can have this name: write 3 to 63 lower-case letters, digits and single hyphens.");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new InvalidSettingException(
                    "FILEAPI_BLOBS_TIMEOUT", "must be from 1 second (PT1S) to 2 minutes (PT2M).");
        }
        UploadPermissions.parse(uploadPermissions);
        BlobAccount account = account(connectionString, endpoint, managedIdentityClientId);
        checkLinkBase(linkBase, account);
    }

    public BlobAccount account() {
        return account(connectionString, endpoint, managedIdentityClientId);
    }

    /** Returns what the signing of links needs of these settings. */
    public LinkScope linkScope() {
        BlobAccount account = account();
        URI base = linkBase == null ? account.endpoint() : BlobAccount.parseUrl(LINK_BASE, linkBase);
        return new LinkScope(
                account.name(), container, base, account.httpsOnly(), UploadPermissions.parse(uploadPermissions));
    }

    @Override
    public URI origin() {
        URI base = linkScope().base();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority());
    }

    /** Without the connection string, which holds a key. */
    @Override
    public String toString() {
        return "BlobSettings[endpoint=" + account().endpoint() + ", container=" + container + "]";
    }

    private static BlobAccount account(
            @Nullable String connectionString, @Nullable String endpoint, @Nullable String managedIdentityClientId) {
        if (connectionString != null && endpoint != null) {
            throw new InvalidSettingException(
                    ENDPOINT,
                    "contradicts " + CONNECTION_STRING + ", which names an endpoint too: set one of the two.");
        }
        if (connectionString != null) {
            if (managedIdentityClientId != null) {
                throw new InvalidSettingException(
                        "FILEAPI_BLOBS_MANAGED_IDENTITY_CLIENT_ID",
                        "goes with " + ENDPOINT + "; with " + CONNECTION_STRING + " the account key is used.");
            }
            return BlobAccount.ofConnectionString(CONNECTION_STRING, connectionString);
        }
        if (endpoint == null) {
            throw new InvalidSettingException(
                    ENDPOINT,
                    "is missing: set it to the storage account's blob endpoint, or " + CONNECTION_STRING + " instead.");
        }
        return BlobAccount.ofEndpoint(ENDPOINT, endpoint);
    }

    private static void checkLinkBase(@Nullable String linkBase, BlobAccount account) {
        if (linkBase == null) {
            return;
        }
        URI base = BlobAccount.parseUrl(LINK_BASE, linkBase);
        if (account.httpsOnly() && !base.getScheme().equals("https")) {
            throw new InvalidSettingException(LINK_BASE, "must begin with https:// as the account's endpoint does.");
        }
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
