package dev.fileapi.files.model;

import java.util.Arrays;
import java.util.Optional;

/** An algorithm that makes a checksum of a file's bytes. */
public enum ChecksumAlgorithm {
    /** SHA-256 (FIPS 180-4); the one that every version ends up with. */
    SHA_256("sha-256", 32),
    /** MD5 (RFC 1321). */
    MD5("md5", 16),
    /** CRC-64/NVME (NVM Express NVM Command Set Specification, "64b CRC"), its eight bytes with the highest first. */
    CRC64NVME("crc64nvme", 8);

    private final String word;
    private final int bytes;

    ChecksumAlgorithm(String word, int bytes) {
        this.word = word;
        this.bytes = bytes;
    }

    /** Returns the algorithm's name as callers write it. */
    public String word() {
        return word;
    }

    /** Returns the length of its checksums in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Returns the algorithm of this name; empty when there is none. */
    public static Optional<ChecksumAlgorithm> of(String word) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.word.equals(word))
                .findFirst();
    }
}
