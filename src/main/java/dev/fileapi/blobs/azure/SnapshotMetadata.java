package dev.fileapi.blobs.azure;

import static dev.fileapi.blobs.azure.MetadataText.required;

import dev.fileapi.files.model.FilePath;
import dev.fileapi.files.model.UploadCondition;
import dev.fileapi.files.model.VersionDescription;
import dev.fileapi.files.model.VersionDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of a version as metadata. Earlier versions of the service kept it with the snapshot. All names begin
 * with {@value #PREFIX}; the longest path, 4,096 bytes of UTF-8, fits with the longest users.
 */
final class SnapshotMetadata {

    static final String PREFIX = "fileapi_";

    /** A snapshot that says no more than that its version never became the latest. */
    static final Map<String, String> SUPERSEDED = Map.of(PREFIX + "superseded", "true");

    static final String PATH = PREFIX + "path";
    static final String FILE_CREATED_AT = PREFIX + "file_created_at";
    static final String FILE_CREATED_BY = PREFIX + "file_created_by";
    static final String CREATED_AT = PREFIX + "created_at";
    static final String CREATED_BY = PREFIX + "created_by";
    static final String LINK_EXPIRES_AT = PREFIX + "link_expires_at";
    static final String EXPECTED_ETAG = PREFIX + "expected_etag";
    static final String SEALED_AT = PREFIX + "sealed_at";
    static final String ETAG = PREFIX + "etag";

    private SnapshotMetadata() {}

    /** Whether a snapshot with these metadata describes its version. */
    static boolean describes(Map<String, String> metadata) {
        return metadata.containsKey(PATH);
    }

    /** @throws IllegalArgumentException when the metadata have not that form */
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
                VersionDetails.NONE,
                MetadataText.time(required(metadata, SEALED_AT)));
    }

    /** @throws IllegalArgumentException when the metadata have not that form */
    static String etag(Map<String, String> metadata) {
        return String.valueOf(MetadataText.text(required(metadata, ETAG)));
    }

    private static @Nullable UploadCondition condition(@Nullable String expectedEtag) {
        return expectedEtag == null ? null : new UploadCondition(MetadataText.text(expectedEtag));
    }
}
