package dev.fileapi.files.model;

/** Why the bytes of an upload cannot become a version. */
public enum RejectionReason {
    /** They were sent as an append or page blob. */
    NOT_A_BLOCK_BLOB("The bytes were sent as an append or page blob: send them with x-ms-blob-type: BlockBlob."),
    /** They were put into the archive tier, where they cannot be read. */
    ARCHIVED("The bytes are in the archive tier, where they cannot be read: send them without x-ms-access-tier."),
    /** They are encrypted with a key that only their sender has. */
    ENCRYPTED_BY_CLIENT_KEY(
            "The bytes are encrypted with a key of the client, so the service cannot read them: send them without"
                    + " x-ms-encryption-key and its companions."),
    /** They were to be copied from another place, and that failed or was stopped. */
    COPY_FAILED("The copy from another place failed or was stopped: send the bytes, or copy again."),
    /** They are more or fewer than was told when the link was issued. */
    WRONG_SIZE("The bytes are not as many as the size that was told: send the whole file, with its size."),
    /** They are not those of which a checksum was told when the link was issued. */
    WRONG_CHECKSUM("The bytes do not have the checksum that was told: send the file again, with its checksum."),
    /** Blob storage refused to make them unchangeable, for another reason, which may be the service's own fault. */
    CANNOT_BE_SEALED("Blob storage refused to make the bytes unchangeable: send them again as they are, by Put Blob or"
            + " in blocks, without further headers.");

    private final String detail;

    RejectionReason(String detail) {
        this.detail = detail;
    }

    /** A sentence for the uploader: what was wrong and what to do. */
    public String detail() {
        return detail;
    }

    /** Whether the bytes are not those that their uploader told of. */
    public boolean isMismatch() {
        return this == WRONG_SIZE || this == WRONG_CHECKSUM;
    }

    /** Whether the bytes stay as long as those of an unfinished upload, since it is not certain that they are useless. */
    public boolean keepsBytes() {
        return this == CANNOT_BE_SEALED;
    }
}
