package dev.fileapi.blobs.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.models.UserDelegationKey;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import dev.fileapi.blobs.azure.sas.SigningKey.DelegationKey;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.Workspace;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the clients of the blob service at their first use. */
@Singleton
public final class BlobService {

    private static final int TRIES = 3;

    /** The HTTP client ends a try in time; the retry policy would do it with a timer for each. */
    private static final @Nullable Integer TRY_TIMED_BY_CLIENT = null;

    private final BlobSettings settings;
    private final Supplier<TokenCredential> credential;
    private final HttpClient.Builder http;
    private @Nullable BlobServiceClient service;
    private @Nullable BlobContainerClient container;

    @Inject
    public BlobService(BlobSettings settings) {
        this(settings, () -> identity(settings), HttpClient.newBuilder());
    }

    /**
     * @param credential asked once, when there is no account key
     * @param http what the HTTP client is built from
     */
    public BlobService(BlobSettings settings, Supplier<TokenCredential> credential, HttpClient.Builder http) {
        this.settings = settings;
        this.credential = credential;
        this.http = http;
    }

    /** The container of all blobs; created by the first call when the settings say so. */
    synchronized BlobContainerClient container() {
        if (container == null) {
            BlobContainerClient client = service().getBlobContainerClient(settings.container());
            if (settings.createContainer()) {
                client.createIfNotExistsWithResponse(null, settings.timeout(), Context.NONE);
            }
            container = client;
        }
        return container;
    }

    /** Returns the blob of a version. */
    VersionBlob version(BlobName name) {
        return new VersionBlob(container().getBlobClient(name.toString()), settings.timeout());
    }

    /** Returns the description of a version. */
    DescriptionBlob description(BlobName version) {
        return new DescriptionBlob(blockBlob(DescriptionBlob.name(version)), settings.timeout());
    }

    /** Returns the marker of a file. */
    MarkerBlob marker(Workspace workspace, FileId fileId) {
        return new MarkerBlob(blockBlob(MarkerBlob.name(workspace, fileId)), settings.timeout());
    }

    private BlockBlobClient blockBlob(String name) {
        return container().getBlobClient(name).getBlockBlobClient();
    }

    /** Another container of the account, which is there. */
    BlobContainerClient container(String name) {
        return service().getBlobContainerClient(name);
    }

    DelegationKey lendKey(Instant start, Instant end) {
        return RemoteCall.of("get user delegation key", () -> {
            UserDelegationKey key = service()
                    .getUserDelegationKeyWithResponse(
                            start.atOffset(ZoneOffset.UTC),
                            end.atOffset(ZoneOffset.UTC),
                            settings.timeout(),
                            Context.NONE)
                    .getValue();
            return new DelegationKey(
                    key.getSignedObjectId(),
                    key.getSignedTenantId(),
                    key.getSignedStart().toInstant(),
                    key.getSignedExpiry().toInstant(),
                    key.getSignedService(),
                    key.getSignedVersion(),
                    key.getValue());
        });
    }

    private synchronized BlobServiceClient service() {
        if (service == null) {
            Duration perTry = settings.timeout().dividedBy(TRIES);
            BlobAccount account = settings.account();
            BlobServiceClientBuilder builder = new BlobServiceClientBuilder()
                    .endpoint(account.endpoint().toString())
                    .httpClient(new WaitingHttpClient(new JdkHttpClientBuilder(http)
                            .connectionTimeout(perTry)
                            .writeTimeout(perTry)
                            .responseTimeout(perTry)
                            .readTimeout(perTry)
                            .build()))
                    .retryOptions(new RequestRetryOptions(
                            RetryPolicyType.EXPONENTIAL, TRIES, TRY_TIMED_BY_CLIENT, 100L, 1000L, null));
            service = account.key() == null
                    ? builder.credential(credential.get()).buildClient()
                    : builder.addPolicy(
                                    new AccountKeyPolicy(new StorageSharedKeyCredential(account.name(), account.key())))
                            .buildClient();
        }
        return service;
    }

    private static TokenCredential identity(BlobSettings settings) {
        String clientId = settings.managedIdentityClientId();
        return clientId == null
                ? new DefaultAzureCredentialBuilder().build()
                : new ManagedIdentityCredentialBuilder().clientId(clientId).build();
    }
}
