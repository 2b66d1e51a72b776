package dev.fileapi.blobs.azure.sas;

import dev.fileapi.blobs.azure.Attachment;
import dev.fileapi.blobs.azure.BlobAccount;
import dev.fileapi.blobs.azure.BlobSettings;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signs links under a base URL. Blob names are UUIDs, digits and slashes: nothing of them needs encoding. */
public final class SasLinks {

    private final BlobSettings settings;
    private final BlobAccount account;
    private final SigningKeys keys;

    public SasLinks(BlobSettings settings, SigningKeys keys) {
        this.settings = settings;
        this.account = settings.account();
        this.keys = keys;
    }

    public URI upload(BlobName name, Instant expiresAt) {
        UploadPermissions upload = settings.permissions();
        return link(sas(upload.version(), name, null, upload.letters(), expiresAt, null, null));
    }

    public URI download(BlobName name, BlobInfo blob, String fileName, Instant expiresAt) {
        return link(sas(
                SasVersion.V2022_11_02,
                name,
                blob.snapshot(),
                "r",
                expiresAt,
                Attachment.named(fileName),
                blob.contentType()));
    }

    private BlobSas sas(
            SasVersion version,
            BlobName name,
            @Nullable String snapshot,
            String permissions,
            Instant expiresAt,
            @Nullable String contentDisposition,
            @Nullable String contentType) {
        return new BlobSas(
                version,
                account.name(),
                settings.container(),
                name.toString(),
                snapshot,
                permissions,
                expiresAt,
                account.httpsOnly(),
                contentDisposition,
                contentType);
    }

    private URI link(BlobSas sas) {
        String query = sas.query(keys.lastingUntil(sas.expiresAt()));
        return URI.create(settings.links() + "/" + sas.container() + "/" + sas.blob() + "?" + query);
    }
}
