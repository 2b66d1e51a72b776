package dev.fileapi.files;

import dev.fileapi.files.model.VersionRecord;
import java.util.Optional;

/** How one attempt to record a sealed upload ended. */
sealed interface CommitOutcome {

    /** The version in its final state, recorded by this attempt or by an earlier one. */
    record Recorded(VersionRecord version) implements CommitOutcome {}

    /** There is nothing to record. */
    record Nothing() implements CommitOutcome {}

    /** Another writer was faster: read again and decide anew. */
    record Conflict() implements CommitOutcome {}

    /** Returns the recorded version; empty for the other outcomes. */
    default Optional<VersionRecord> recorded() {
        return this instanceof Recorded recorded ? Optional.of(recorded.version()) : Optional.empty();
    }

    /** Returns this outcome; empty for a conflict. */
    default Optional<CommitOutcome> unlessConflict() {
        return this instanceof Conflict ? Optional.empty() : Optional.of(this);
    }
}
