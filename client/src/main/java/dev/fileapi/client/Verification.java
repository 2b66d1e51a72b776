package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether a version's bytes were compared with the checksums that its uploader told. */
public enum Verification {
    /** No checksum was told. */
    UNVERIFIED,
    /** The bytes have not been read to their end yet. */
    PENDING,
    /** The bytes have all checksums that were told. */
    VERIFIED,
    /** They have not. */
    FAILED,
    /** A state that this library does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
