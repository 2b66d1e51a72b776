package dev.fileapi.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What has become of an upload. */
public enum UploadState {
    /** Its bytes are not complete. */
    PENDING,
    /** It is a version. */
    COMMITTED,
    /** Its condition was not met any more when its bytes were complete. */
    SUPERSEDED,
    /** It was cancelled. */
    CANCELLED,
    /** Its bytes cannot be a version, for example because of another checksum than was told. */
    REJECTED,
    /** A state that this library does not know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
