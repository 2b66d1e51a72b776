package dev.fileapi.blobs.azure.sas;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.Download;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signs links under a base URL. Blob names are UUIDs, digits and slashes: nothing of them needs encoding. */
public final class SasLinks {

    private final LinkScope scope;
    private final SigningKeys keys;
    private volatile @Nullable LinkSigner last;

    public SasLinks(LinkScope scope, SigningKeys keys) {
        this.scope = scope;
        this.keys = keys;
    }

    public URI upload(BlobName name, Instant expiresAt) {
        UploadPermissions upload = scope.uploadPermissions();
        return link(sas(upload.version(), name, null, upload.letters(), expiresAt, ResponseHeaders.NONE), expiresAt);
    }

    public URI download(BlobName name, BlobInfo blob, Download download, Instant expiresAt) {
        ResponseHeaders headers = ResponseHeaders.ofDownload(download, blob.contentType());
        return link(sas(SasVersion.V2022_11_02, name, blob.snapshot(), "r", expiresAt, headers), expiresAt);
    }

    private BlobSas sas(
            SasVersion version,
            BlobName name,
            @Nullable String snapshot,
            String permissions,
            Instant expiresAt,
            ResponseHeaders headers) {
        return new BlobSas(
                version,
                scope.account(),
                scope.container(),
                name.toString(),
                snapshot,
                permissions,
                BlobSas.time(expiresAt),
                scope.httpsOnly(),
                headers);
    }

    private URI link(BlobSas sas, Instant expiresAt) {
        String query = sas.query(signer(keys.lastingUntil(expiresAt)));
        return URI.create(scope.base() + "/" + sas.container() + "/" + sas.blob() + "?" + query);
    }

    /** Links follow each other that are signed with the same key. */
    private LinkSigner signer(SigningKey key) {
        LinkSigner known = last;
        if (known == null || !known.signsWith(key)) {
            known = new LinkSigner(key);
            last = known;
        }
        return known;
    }
}
