package dev.fileapi.blobs.azure;

import static dev.fileapi.blobs.azure.MetadataText.required;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionDescription;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of a version as metadata of its snapshot, which may have metadata of its own ("Snapshot Blob"). All names begin
 * with {@value #PREFIX}; the longest path, 4,096 bytes of UTF-8, fits with the longest users.
 */
final class SnapshotMetadata {

    static final String PREFIX = "fileapi_";

    /** A snapshot that says no more than that its version never became the latest. */
    static final Map<String, String> SUPERSEDED = Map.of(PREFIX + "superseded", "true");

    private static final String PATH = PREFIX + "path";
    private static final String FILE_CREATED_AT = PREFIX + "file_created_at";
    private static final String FILE_CREATED_BY = PREFIX + "file_created_by";
    private static final String CREATED_AT = PREFIX + "created_at";
    private static final String CREATED_BY = PREFIX + "created_by";
    private static final String LINK_EXPIRES_AT = PREFIX + "link_expires_at";
    private static final String EXPECTED_ETAG = PREFIX + "expected_etag";
    private static final String SEALED_AT = PREFIX + "sealed_at";
    private static final String ETAG = PREFIX + "etag";

    private SnapshotMetadata() {}

    /**
     * Metadata for a snapshot.
     *
     * @param etag the blob's, quotes included: the snapshot may get one of its own
     * @param clients what the client set on its blob: kept where it fits beside ours and does not take its names
     */
    static Map<String, String> of(VersionDescription version, String etag, Map<String, String> clients) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(PATH, MetadataText.of(version.path().value()));
        metadata.put(FILE_CREATED_AT, version.fileCreatedAt().toString());
        metadata.put(FILE_CREATED_BY, MetadataText.of(version.fileCreatedBy()));
        metadata.put(CREATED_AT, version.createdAt().toString());
        metadata.put(CREATED_BY, MetadataText.of(version.createdBy()));
        metadata.put(LINK_EXPIRES_AT, version.linkExpiresAt().toString());
        metadata.put(SEALED_AT, version.sealedAt().toString());
        metadata.put(ETAG, MetadataText.of(etag));
        UploadCondition condition = version.condition();
        if (condition != null) {
            metadata.put(EXPECTED_ETAG, MetadataText.of(condition.expectedEtag()));
        }
        Map<String, String> others = new LinkedHashMap<>(clients);
        others.keySet().removeIf(SnapshotMetadata::isOurs);
        if (MetadataText.size(metadata) + MetadataText.size(others) <= MetadataText.MOST_BYTES) {
            metadata.putAll(others);
        }
        return metadata;
    }

    /** Whether a snapshot with these metadata describes its version. */
    static boolean describes(Map<String, String> metadata) {
        return metadata.containsKey(PATH);
    }

    /** @throws IllegalArgumentException when the metadata are not what {@link #of} writes */
    static VersionDescription description(Map<String, String> metadata) {
        String path = MetadataText.text(required(metadata, PATH));
        String expectedEtag = metadata.get(EXPECTED_ETAG);
        return new VersionDescription(
                new FilePath(String.valueOf(path)),
                MetadataText.time(required(metadata, FILE_CREATED_AT)),
                MetadataText.user(required(metadata, FILE_CREATED_BY)),
                MetadataText.time(required(metadata, CREATED_AT)),
                MetadataText.user(required(metadata, CREATED_BY)),
                MetadataText.time(required(metadata, LINK_EXPIRES_AT)),
                condition(expectedEtag),
                MetadataText.time(required(metadata, SEALED_AT)));
    }

    /** @throws IllegalArgumentException when the metadata are not what {@link #of} writes */
    static String etag(Map<String, String> metadata) {
        return String.valueOf(MetadataText.text(required(metadata, ETAG)));
    }

    private static @Nullable UploadCondition condition(@Nullable String expectedEtag) {
        return expectedEtag == null ? null : new UploadCondition(MetadataText.text(expectedEtag));
    }

    private static boolean isOurs(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }
}
