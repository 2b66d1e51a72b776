package dev.fileapi.files.model;

/** What is known of a version's bytes in comparison with what its uploader told of them. */
public enum Verification {
    /** No checksum was told. */
    UNVERIFIED,
    /** Checksums were told, and the bytes have not been read to their end yet. */
    PENDING,
    /** The service has read the bytes, and all checksums that were told are theirs. */
    VERIFIED,
    /** The bytes are not those that were told: the version is rejected. */
    FAILED
}
