package dev.fileapi.files.model;

import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checksums of the same bytes, by different algorithms.
 *
 * @param values base64 with padding (RFC 4648, section 4), in the order of the algorithms
 */
public record Checksums(Map<ChecksumAlgorithm, String> values) {

    public static final Checksums NONE = new Checksums(Map.of());

    /** @throws IllegalArgumentException when one is not base64 of the length that its algorithm makes */
    public Checksums {
        Map<ChecksumAlgorithm, String> copy = new EnumMap<>(ChecksumAlgorithm.class);
        copy.putAll(values);
        copy.forEach(Checksums::check);
        values = Collections.unmodifiableMap(copy);
    }

    private static void check(ChecksumAlgorithm algorithm, String value) {
        byte[] decoded = Base64.getDecoder().decode(value);
        if (decoded.length != algorithm.bytes()
                || !Base64.getEncoder().encodeToString(decoded).equals(value)) {
            throw new IllegalArgumentException(
                    "A checksum by " + algorithm.word() + " must be base64 of " + algorithm.bytes() + " bytes.");
        }
    }

    /** Returns those that are known; null stands for one that is not. */
    public static Checksums of(@Nullable String sha256, @Nullable String md5, @Nullable String crc64nvme) {
        Map<ChecksumAlgorithm, String> known = new EnumMap<>(ChecksumAlgorithm.class);
        if (sha256 != null) {
            known.put(ChecksumAlgorithm.SHA_256, sha256);
        }
        if (md5 != null) {
            known.put(ChecksumAlgorithm.MD5, md5);
        }
        if (crc64nvme != null) {
            known.put(ChecksumAlgorithm.CRC64NVME, crc64nvme);
        }
        return known.isEmpty() ? NONE : new Checksums(known);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns the checksum by an algorithm; null when it is not known. */
    public @Nullable String get(ChecksumAlgorithm algorithm) {
        return values.get(algorithm);
    }

    /** Returns these checksums with one more, or with another by the same algorithm. */
    public Checksums with(ChecksumAlgorithm algorithm, String value) {
        Map<ChecksumAlgorithm, String> all = new EnumMap<>(ChecksumAlgorithm.class);
        all.putAll(values);
        all.put(algorithm, value);
        return new Checksums(all);
    }

    /** Whether these and the others, by an algorithm that both know, cannot be of the same bytes. */
    public boolean contradicts(Checksums others) {
        return values.entrySet().stream().anyMatch(known -> {
            String other = others.get(known.getKey());
            return other != null && !Objects.equals(other, known.getValue());
        });
    }
}
