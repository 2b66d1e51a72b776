package dev.fileapi.blobs.azure;

import static dev.fileapi.blobs.azure.MetadataText.required;

import dev.fileapi.files.model.DescribedVersion;
import dev.fileapi.files.model.VersionDetails;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sealed version as its {@link DescriptionBlob} has it: all of it as metadata while that fits, else its details as the content.
 *
 * @param content the details as JSON where the metadata say that they are there; else empty
 */
record WrittenDescription(Map<String, String> metadata, String content) {

    /** What the service takes in all ("Setting and retrieving properties and metadata for Blob Storage resources"). */
    private static final int MAX_METADATA_BYTES = 8 * 1024;

    /** Each name is a header with this prefix; whether that counts is not said, so it is counted. */
    private static final String HEADER_PREFIX = "x-ms-meta-";

    private static final String DETAILS = SnapshotMetadata.PREFIX + "details";
    private static final String DETAILS_IN = SnapshotMetadata.PREFIX + "details_in";
    private static final String CONTENT = "content";

    static WrittenDescription of(DescribedVersion version) {
        Map<String, String> metadata = new LinkedHashMap<>(DescriptionMetadata.of(version));
        VersionDetails details = version.description().details();
        if (details.equals(VersionDetails.NONE)) {
            return new WrittenDescription(metadata, "");
        }
        String json = DetailsJson.of(details);
        metadata.put(DETAILS, MetadataText.of(json));
        if (size(metadata) <= MAX_METADATA_BYTES) {
            return new WrittenDescription(metadata, "");
        }
        metadata.remove(DETAILS);
        metadata.put(DETAILS_IN, CONTENT);
        return new WrittenDescription(metadata, json);
    }

    /** Returns whether a description with these metadata cannot be read without its content. */
    static boolean needsContent(Map<String, String> metadata) {
        return metadata.containsKey(DETAILS_IN);
    }

    /** @throws IllegalArgumentException when this is not what {@link #of} makes */
    DescribedVersion parse() {
        return DescriptionMetadata.parse(metadata).withDetails(details());
    }

    private VersionDetails details() {
        if (needsContent(metadata)) {
            return DetailsJson.parse(content);
        }
        return metadata.containsKey(DETAILS)
                ? DetailsJson.parse(String.valueOf(MetadataText.text(required(metadata, DETAILS))))
                : VersionDetails.NONE;
    }

    private static int size(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .mapToInt(each -> HEADER_PREFIX.length()
                        + each.getKey().length()
                        + each.getValue().length())
                .sum();
    }
}
