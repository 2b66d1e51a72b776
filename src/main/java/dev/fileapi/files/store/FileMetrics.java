package dev.fileapi.files.store;

import dev.fileapi.files.model.RejectionReason;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionState;
import java.time.Duration;

/** Receives the outcome of uploads and sweeps, for metrics. Its methods return at once and never fail. */
public interface FileMetrics {

    /**
     * A link was given out.
     *
     * @param renewed true for another link to an upload in progress
     */
    void linkIssued(boolean renewed);

    /**
     * An upload is on record as committed or superseded.
     *
     * @param delay since its bytes were committed
     */
    void uploadRecorded(CommitTrigger trigger, VersionState state, Duration delay);

    /** The bytes of an upload cannot be a version. */
    void uploadRejected(RejectionReason reason);

    /**
     * All bytes of a version have been read after it was recorded.
     *
     * @param delay since then; zero for one that was not recorded before
     */
    void versionRead(Verification verification, Duration delay);

    /** The sweep found an upload unfinished that was issued so long ago. */
    void uploadUnfinished(Duration age);

    /** There are committed bytes that belong to no file on record. */
    void orphanFound();

    /** A slice of the inventory of blob storage has been looked at. */
    void inventoried(InventoryReport report);

    /** A sweep has ended. */
    void swept(SweepReport report);
}
