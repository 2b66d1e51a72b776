package dev.fileapi.blobs.azure;

import com.azure.core.util.Context;
import dev.fileapi.blobs.azure.sas.DelegationKeys;
import dev.fileapi.blobs.azure.sas.SasLinks;
import dev.fileapi.blobs.azure.sas.SigningKey.AccountKey;
import dev.fileapi.blobs.azure.sas.SigningKeys;
import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Download;
import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileMarker;
import dev.fileapi.files.model.SealOutcome;
import dev.fileapi.files.model.StagedBlock;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.BlobStore;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps all versions' blobs in one container of a storage account. Nothing is asked of the account before the first call. */
@Singleton
public final class AzureBlobStore implements BlobStore {

    private final BlobSettings settings;
    private final BlobService service;
    private final ChecksumSettings checksums;
    private final SasLinks links;

    public AzureBlobStore(BlobSettings settings, BlobService service, ChecksumSettings checksums, Clock clock) {
        this.settings = settings;
        this.checksums = checksums;
        this.service = service;
        this.links = new SasLinks(settings.linkScope(), keys(settings.account().key(), clock));
    }

    private SigningKeys keys(@Nullable String accountKey, Clock clock) {
        if (accountKey == null) {
            return new DelegationKeys(service::lendKey, clock);
        }
        AccountKey key = new AccountKey(accountKey);
        return lastingUntil -> key;
    }

    @Override
    public URI signUpload(BlobName name, Instant expiresAt) {
        return RemoteCall.of("sign upload", () -> {
            if (settings.createContainer()) {
                service.container();
            }
            return links.upload(name, expiresAt);
        });
    }

    @Override
    public URI signDownload(BlobName name, BlobInfo blob, Download download, Instant expiresAt) {
        return RemoteCall.of("sign download", () -> links.download(name, blob, download, expiresAt));
    }

    @Override
    public boolean isCommitted(BlobName name) {
        return RemoteCall.of("is committed", () -> service.version(name).isCommitted());
    }

    @Override
    public SealOutcome seal(BlobName name, VersionDescription description, @Nullable Long expectedSize) {
        return RemoteCall.of("seal", () -> {
            VersionBlob blob = service.version(name);
            VerifyBytes verify = new VerifyBytes(blob, checksums, description.details(), expectedSize);
            return new SealVersion(blob, service.description(name), verify).seal(description);
        });
    }

    @Override
    public void read(BlobName name, BlobInfo blob, long offset, long count, Consumer<ByteBuffer> consumer) {
        ByteRange.of(offset, count)
                .forEach(range -> consumer.accept(
                        RemoteCall.of("read", () -> service.version(name).read(blob.snapshot(), range))));
    }

    @Override
    public boolean copy(BlobName name, BlobInfo sealed, BlobName to) {
        return RemoteCall.of("copy", () -> service.version(to).copyFrom(service.version(name), sealed.snapshot()));
    }

    @Override
    public void markSuperseded(BlobName name) {
        RemoteCall.of("mark superseded", () -> {
            service.description(name).markSuperseded();
            return name;
        });
    }

    @Override
    public void updateDetails(BlobName name, UnaryOperator<VersionDetails> change) {
        RemoteCall.of("update details", () -> {
            service.description(name).updateDetails(change);
            return name;
        });
    }

    @Override
    public List<StagedBlock> stagedBlocks(BlobName name) {
        return RemoteCall.of("staged blocks", () -> service.version(name).stagedBlocks());
    }

    @Override
    public void delete(BlobName name) {
        RemoteCall.of("delete", () -> {
            service.version(name).remove();
            service.description(name).remove();
            return name;
        });
    }

    @Override
    public Optional<FileMarker.Stored> findMarker(Workspace workspace, FileId fileId) {
        return RemoteCall.of(
                "find marker", () -> service.marker(workspace, fileId).find(workspace, fileId));
    }

    @Override
    public boolean putMarker(FileMarker marker, @Nullable String etag) {
        return RemoteCall.of(
                "put marker",
                () -> service.marker(marker.workspace(), marker.fileId()).put(marker, etag));
    }

    @Override
    public void removeMarker(Workspace workspace, FileId fileId) {
        RemoteCall.of("remove marker", () -> {
            service.marker(workspace, fileId).remove();
            return fileId;
        });
    }

    @Override
    public void ping() {
        RemoteCall.of(
                "ping", () -> service.container().getPropertiesWithResponse(null, settings.timeout(), Context.NONE));
    }
}
