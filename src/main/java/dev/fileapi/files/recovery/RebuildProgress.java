package dev.fileapi.files.recovery;

import org.jspecify.annotations.Nullable;

/** Receives the progress of a rebuild or verification, from one thread. */
public interface RebuildProgress {

    void found(Finding finding);

    /**
     * A page of the listing is done.
     *
     * @param soFar since this run began
     * @param continuation where to go on if it ends here; null when all is done
     */
    void passed(RebuildReport soFar, @Nullable String continuation);
}
