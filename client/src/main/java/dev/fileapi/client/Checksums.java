package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Checksums of a version's bytes in base64; each is null when it is not known.
 *
 * @param sha256 the SHA-256
 * @param md5 the MD5
 * @param crc64nvme the CRC-64/NVME
 */
public record Checksums(
        @JsonProperty("sha-256") @Nullable String sha256,
        @Nullable String md5,
        @Nullable String crc64nvme) {}
