package dev.fileapi.files.odd;

import dev.fileapi.blobs.azure.LinkHolder;
import dev.fileapi.blobs.azure.RawPut;
import dev.fileapi.files.model.RejectionReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the holder of an upload link may do that an honest client does not. */
enum OddUpload {
    APPEND_BLOB(RejectionReason.NOT_A_BLOCK_BLOB) {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.create(link, "AppendBlob");
            holder.call(link, "comp=appendblock", "some");
        }
    },
    PAGE_BLOB_OF_8_TIB(RejectionReason.NOT_A_BLOCK_BLOB) {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.create(link, "PageBlob");
        }
    },
    PAGE_BLOB_LEASED_WITH_SNAPSHOTS(RejectionReason.NOT_A_BLOCK_BLOB) {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.create(link, "PageBlob");
            holder.snapshot(link);
            holder.takeLease(link, UUID.randomUUID().toString());
        }
    },
    ARCHIVE_TIER(RejectionReason.ARCHIVED) {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.put(link, "bytes", "x-ms-access-tier", "Archive");
        }
    },
    COLD_TIER {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.put(link, "bytes", "x-ms-access-tier", "Cold");
        }
    },
    /** Sent as usual; the proxy answers as Azure does for a blob whose key it has not. */
    KEY_OF_THE_CLIENT(RejectionReason.ENCRYPTED_BY_CLIENT_KEY) {
        @Override
        @Nullable
        String refusal() {
            return "BlobUsesCustomerSpecifiedEncryption";
        }
    },
    /** Refused for a cause that no list names. */
    REFUSED_FOR_ANOTHER_CAUSE(RejectionReason.CANNOT_BE_SEALED) {
        @Override
        @Nullable
        String refusal() {
            return "FeatureNotYetSupportedForThisBlob";
        }
    },
    METADATA_NOT_IN_ASCII {
        @Override
        void send(LinkHolder holder, URI link) {
            try {
                RawPut.of(link, "bytes", "x-ms-meta-note: caf\u00e9");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    METADATA_OF_8_KB {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.put(link, "bytes", "x-ms-meta-long", "m".repeat(8_000));
        }
    },
    METADATA_THAT_LOOK_LIKE_A_MARK {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.put(link, "bytes", "x-ms-meta-discarded", "true", "x-ms-meta-fileapi_superseded", "true");
        }
    },
    HEADERS_FOR_READERS {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.put(
                    link,
                    "bytes",
                    "x-ms-blob-content-encoding",
                    "gzip",
                    "x-ms-blob-content-disposition",
                    "inline; filename=evil.html",
                    "x-ms-blob-cache-control",
                    "public, max-age=31536000",
                    "x-ms-blob-content-type",
                    "text/html\u00a0");
        }
    },
    LEASE_OF_A_STRANGER {
        @Override
        void send(LinkHolder holder, URI link) {
            super.send(holder, link);
            holder.takeLease(link, UUID.randomUUID().toString());
        }
    },
    SNAPSHOTS_BEFORE_THE_SEAL {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.put(link, "other");
            holder.snapshot(link);
            super.send(holder, link);
            holder.snapshot(link, "x-ms-meta-fileapi_superseded", "true");
        }
    },
    SNAPSHOTS_AFTER_THE_SEAL {
        @Override
        void harass(LinkHolder holder, URI link) {
            holder.snapshot(link);
            holder.snapshot(link, "x-ms-meta-fileapi_superseded", "true");
        }
    },
    OVERWRITTEN_AFTER_THE_SEAL {
        @Override
        void harass(LinkHolder holder, URI link) {
            holder.breakLease(link);
            holder.put(link, "other");
            holder.stage(link, "0001", "more");
        }
    },
    COPY_OF_ANOTHER_BLOB {
        @Override
        void send(LinkHolder holder, URI link) {
            super.send(holder, link);
            holder.call(link, "", "", "x-ms-copy-source", link.toString());
        }
    },
    NO_BLOCKS {
        @Override
        void send(LinkHolder holder, URI link) {
            holder.commit(link);
        }
    },
    TIER_AFTER_THE_SEAL {
        @Override
        void harass(LinkHolder holder, URI link) {
            holder.breakLease(link);
            holder.call(link, "comp=tier", "", "x-ms-access-tier", "Archive");
        }
    },
    METADATA_AFTER_THE_SEAL {
        @Override
        void harass(LinkHolder holder, URI link) {
            holder.breakLease(link);
            holder.call(link, "comp=metadata", "", "x-ms-meta-discarded", "true");
        }
    },
    TAGS_AFTER_THE_SEAL {
        @Override
        void harass(LinkHolder holder, URI link) {
            holder.breakLease(link);
            holder.call(link, "comp=tags", "<Tags><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tags>");
        }
    };

    private final @Nullable RejectionReason rejection;

    OddUpload() {
        this(null);
    }

    OddUpload(@Nullable RejectionReason rejection) {
        this.rejection = rejection;
    }

    /** Why it is rejected; null when it becomes a version. */
    @Nullable
    RejectionReason rejection() {
        return rejection;
    }

    /** What blob storage answers about it; null when Azurite answers as Azure does. */
    @Nullable
    String refusal() {
        return null;
    }

    void send(LinkHolder holder, URI link) {
        holder.put(link, "bytes");
    }

    /** What comes after the upload has ended, while its link lives. */
    void harass(LinkHolder holder, URI link) {}
}
