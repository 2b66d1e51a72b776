package dev.fileapi.files.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that the sweep is to look at. */
public interface Scheduled {

    /** When; null when never. */
    @Nullable
    Instant nextCheckAt();
}
