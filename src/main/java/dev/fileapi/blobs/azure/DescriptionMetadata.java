package dev.fileapi.blobs.azure;

import static dev.fileapi.blobs.azure.MetadataText.required;

import dev.fileapi.files.model.BlobInfo;
import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionDescription;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sealed version, but for its details, as metadata of its {@link DescriptionBlob}. All names begin with
 * {@value SnapshotMetadata#PREFIX}; the longest path, 4,096 bytes of UTF-8, fits with the longest users.
 */
final class DescriptionMetadata {

    private static final String SIZE = SnapshotMetadata.PREFIX + "size";
    private static final String SNAPSHOT = SnapshotMetadata.PREFIX + "snapshot";
    private static final String CONTENT_MD5 = SnapshotMetadata.PREFIX + "content_md5";
    private static final String CONTENT_TYPE = SnapshotMetadata.PREFIX + "content_type";
    private static final String SUPERSEDED = SnapshotMetadata.PREFIX + "superseded";

    private DescriptionMetadata() {}

    static Map<String, String> of(DescribedVersion version) {
        VersionDescription says = version.description();
        BlobInfo facts = version.facts();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(SnapshotMetadata.PATH, MetadataText.of(says.path().value()));
        metadata.put(SnapshotMetadata.FILE_CREATED_AT, says.fileCreatedAt().toString());
        metadata.put(SnapshotMetadata.FILE_CREATED_BY, MetadataText.of(says.fileCreatedBy()));
        metadata.put(SnapshotMetadata.CREATED_AT, says.createdAt().toString());
        metadata.put(SnapshotMetadata.CREATED_BY, MetadataText.of(says.createdBy()));
        metadata.put(SnapshotMetadata.LINK_EXPIRES_AT, says.linkExpiresAt().toString());
        metadata.put(SnapshotMetadata.SEALED_AT, says.sealedAt().toString());
        UploadCondition condition = says.condition();
        if (condition != null) {
            metadata.put(SnapshotMetadata.EXPECTED_ETAG, MetadataText.of(condition.expectedEtag()));
        }
        metadata.put(SnapshotMetadata.ETAG, MetadataText.of(facts.etag()));
        metadata.put(SIZE, Long.toString(facts.size()));
        metadata.put(SNAPSHOT, facts.snapshot());
        put(metadata, CONTENT_MD5, facts.contentMd5());
        String contentType = facts.contentType();
        put(metadata, CONTENT_TYPE, contentType == null ? null : MetadataText.of(contentType));
        put(metadata, SUPERSEDED, version.superseded() ? "true" : null);
        return metadata;
    }

    /** @throws IllegalArgumentException when the metadata are not what {@link #of} writes */
    static DescribedVersion parse(Map<String, String> metadata) {
        String contentType = metadata.get(CONTENT_TYPE);
        return new DescribedVersion(
                SnapshotMetadata.description(metadata),
                new BlobInfo(
                        Long.parseLong(required(metadata, SIZE)),
                        SnapshotMetadata.etag(metadata),
                        required(metadata, SNAPSHOT),
                        metadata.get(CONTENT_MD5),
                        contentType == null ? null : MetadataText.text(contentType)),
                metadata.containsKey(SUPERSEDED));
    }

    private static void put(Map<String, String> metadata, String name, @Nullable String value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }
}
