package dev.fileapi.files.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version beside its bytes: told by its uploader before they were sent, and found out since.
 *
 * @param checksums as told while they are {@link Verification#PENDING}; afterwards those that the service computed from the bytes
 * @param contentType as told; null when none was
 * @param modifiedAt when the uploader's source was last changed, as told; null when that was not
 * @param tags what the file can be found by, in the order of their keys
 * @param metadata what the uploader keeps with it, in the order of its keys
 */
public record VersionDetails(
        Verification verification,
        Checksums checksums,
        @Nullable String contentType,
        @Nullable Instant modifiedAt,
        Map<String, String> tags,
        Map<String, String> metadata) {

    /** Of a version of which nothing was told. */
    public static final VersionDetails NONE =
            new VersionDetails(Verification.UNVERIFIED, Checksums.NONE, null, null, Map.of(), Map.of());

    public VersionDetails {
        tags = sorted(tags);
        metadata = sorted(metadata);
    }

    private static Map<String, String> sorted(Map<String, String> pairs) {
        return pairs.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(pairs));
    }

    /** Returns these details with checksums that were computed from the bytes, and found to be those that were told. */
    public VersionDetails verified(Checksums computed) {
        Verification known = verification == Verification.UNVERIFIED ? Verification.UNVERIFIED : Verification.VERIFIED;
        return new VersionDetails(known, computed, contentType, modifiedAt, tags, metadata);
    }

    /** Returns these details of a version whose bytes are not those that were told. */
    public VersionDetails failed() {
        return new VersionDetails(Verification.FAILED, checksums, contentType, modifiedAt, tags, metadata);
    }

    public VersionDetails withTags(Map<String, String> newTags) {
        return new VersionDetails(verification, checksums, contentType, modifiedAt, newTags, metadata);
    }
}
