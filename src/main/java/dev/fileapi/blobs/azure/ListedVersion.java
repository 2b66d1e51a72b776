package dev.fileapi.blobs.azure;

import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobItemProperties;
import com.azure.storage.blob.models.BlobStorageException;
import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.BlobName;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.store.StoredBlob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts together what is listed of a version. A holder of its upload link can take as many snapshots as he likes: of each no more than
 * a line is kept.
 */
final class ListedVersion {

    private static final Logger LOG = LoggerFactory.getLogger(ListedVersion.class);

    /** An honest version has one or two. */
    private static final int MOST_CLAIMS = 100;

    private final BlobName name;
    private final Function<BlobName, Optional<WrittenDescription>> whole;
    private final List<StoredBlob.Snapshot> snapshots = new ArrayList<>();
    private final List<DescribedVersion> claims = new ArrayList<>();
    private boolean claimedSuperseded;
    private @Nullable BlobItem description;
    private StoredBlob.@Nullable Base base;
    private Instant writtenAt = Instant.EPOCH;

    /** @param whole reads a description with its content, which a list does not have */
    ListedVersion(BlobName name, Function<BlobName, Optional<WrittenDescription>> whole) {
        this.name = name;
        this.whole = whole;
    }

    void add(BlobItem item) {
        if (item.getSnapshot() != null) {
            addSnapshot(item);
        } else if (item.getName().equals(DescriptionBlob.name(name))) {
            description = item;
            written(ListedBlob.writtenAt(item));
        } else {
            BlobItemProperties properties = item.getProperties();
            base = new StoredBlob.Base(
                    quoted(properties.getETag()), properties.getContentLength(), ListedBlob.writtenAt(item));
            written(ListedBlob.writtenAt(item));
        }
    }

    /** Asks for the description if its content is needed. */
    StoredBlob.Version stored() {
        List<StoredBlob.Snapshot> ordered = snapshots.stream()
                .sorted(Comparator.comparing(StoredBlob.Snapshot::id))
                .toList();
        List<DescribedVersion> oldestFirst = claims.stream()
                .map(claim -> claimedSuperseded ? claim.asSuperseded() : claim)
                .sorted(Comparator.comparing(claim -> claim.facts().snapshot()))
                .toList();
        return new StoredBlob.Version(name, described(), base, ordered, oldestFirst, writtenAt);
    }

    private void addSnapshot(BlobItem item) {
        if (!item.getName().equals(name.toString())) {
            return;
        }
        BlobItemProperties properties = item.getProperties();
        boolean archived =
                AccessTier.ARCHIVE.equals(properties.getAccessTier()) && properties.getArchiveStatus() == null;
        snapshots.add(new StoredBlob.Snapshot(item.getSnapshot(), quoted(properties.getETag()), archived));
        Map<String, String> metadata = ListedBlob.metadata(item);
        claimedSuperseded |= metadata.equals(SnapshotMetadata.SUPERSEDED);
        if (SnapshotMetadata.describes(metadata) && claims.size() < MOST_CLAIMS) {
            DescribedVersion claim = claim(item, metadata);
            if (claim != null) {
                claims.add(claim);
            }
        }
    }

    private @Nullable DescribedVersion described() {
        WrittenDescription written = description == null ? null : written(ListedBlob.metadata(description));
        try {
            return written == null ? null : written.parse();
        } catch (RuntimeException e) {
            LOG.warn("metadata not understood: blob={} cause={}", DescriptionBlob.name(name), e.toString());
            return null;
        }
    }

    /** Null when the description has been removed since, or cannot be read any more, such as an archived one. */
    private @Nullable WrittenDescription written(Map<String, String> metadata) {
        if (!WrittenDescription.needsContent(metadata)) {
            return new WrittenDescription(metadata, "");
        }
        try {
            return whole.apply(name).orElse(null);
        } catch (BlobStorageException e) {
            if (!Refusal.is(e)) {
                throw e;
            }
            LOG.warn("description not read: blob={} code={}", DescriptionBlob.name(name), e.getErrorCode());
            return null;
        }
    }

    private @Nullable DescribedVersion claim(BlobItem snapshot, Map<String, String> metadata) {
        try {
            BlobItemProperties properties = snapshot.getProperties();
            byte[] md5 = properties.getContentMd5();
            BlobInfo facts = new BlobInfo(
                    properties.getContentLength(),
                    SnapshotMetadata.etag(metadata),
                    snapshot.getSnapshot(),
                    md5 == null ? null : Base64.getEncoder().encodeToString(md5),
                    properties.getContentType());
            return new DescribedVersion(SnapshotMetadata.description(metadata), facts, false);
        } catch (RuntimeException e) {
            LOG.warn(
                    "metadata not understood: blob={} snapshot={} cause={}",
                    name,
                    snapshot.getSnapshot(),
                    e.toString());
            return null;
        }
    }

    private void written(Instant at) {
        writtenAt = at.isAfter(writtenAt) ? at : writtenAt;
    }

    /** As HTTP has it (RFC 9110, ETag): lists leave the quotes out. */
    private static String quoted(String etag) {
        return etag.startsWith("\"") ? etag : "\"" + etag + "\"";
    }
}
