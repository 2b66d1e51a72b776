package dev.fileapi.metadata.cosmos;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.metadata.StoredTimes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a version beside its bytes, within a document. What is null is left out, and of what nothing is known is all of it.
 *
 * @param verification null for {@link Verification#UNVERIFIED}
 * @param modifiedAt to the microsecond, as text: an uploader's time may be beyond what a double holds exactly
 * @param tags each as {@code key:value}, to be found by; no key has a colon
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record DetailsDocument(
        @Nullable Verification verification,
        @Nullable String sha256,
        @Nullable String md5,
        @Nullable String crc64nvme,
        @Nullable String contentType,
        @Nullable String modifiedAt,
        @Nullable List<String> tags,
        @Nullable Map<String, String> metadata) {

    private static final String SEPARATOR = ":";

    /** Returns null when nothing is known. */
    static @Nullable DetailsDocument of(VersionDetails details) {
        if (details.equals(VersionDetails.NONE)) {
            return null;
        }
        Checksums checksums = details.checksums();
        return new DetailsDocument(
                details.verification() == Verification.UNVERIFIED ? null : details.verification(),
                checksums.get(ChecksumAlgorithm.SHA_256),
                checksums.get(ChecksumAlgorithm.MD5),
                checksums.get(ChecksumAlgorithm.CRC64NVME),
                details.contentType(),
                stored(details.modifiedAt()),
                details.tags().isEmpty()
                        ? null
                        : details.tags().entrySet().stream()
                                .map(tag -> tag(tag.getKey(), tag.getValue()))
                                .toList(),
                details.metadata().isEmpty() ? null : details.metadata());
    }

    /** Returns a tag as it is stored. */
    static String tag(String key, String value) {
        return key + SEPARATOR + value;
    }

    /** @param document null when nothing is known */
    static VersionDetails read(@Nullable DetailsDocument document) {
        return document == null ? VersionDetails.NONE : document.details();
    }

    private VersionDetails details() {
        return new VersionDetails(
                verification == null ? Verification.UNVERIFIED : verification,
                Checksums.of(sha256, md5, crc64nvme),
                contentType,
                modifiedAt == null ? null : Instant.parse(modifiedAt),
                tags == null ? Map.of() : tags(tags),
                metadata == null ? Map.of() : metadata);
    }

    private static Map<String, String> tags(List<String> stored) {
        return stored.stream()
                .map(tag -> tag.split(SEPARATOR, 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static @Nullable String stored(@Nullable Instant time) {
        return time == null
                ? null
                : StoredTimes.withinRange(time).truncatedTo(ChronoUnit.MICROS).toString();
    }
}
