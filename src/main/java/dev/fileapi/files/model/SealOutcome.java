package dev.fileapi.files.model;

/** What came of sealing the blob of an upload. */
public sealed interface SealOutcome {

    /** Nothing is committed yet. */
    record NotCommitted() implements SealOutcome {}

    /** The bytes are unchangeable and described. */
    record Sealed(SealedBlob blob) implements SealOutcome {}

    /**
     * What was committed cannot be sealed; the fault is the upload's, not an outage.
     *
     * @param last whether another attempt is pointless; else the cause may pass
     */
    record Refused(RejectionReason reason, boolean last) implements SealOutcome {}
}
