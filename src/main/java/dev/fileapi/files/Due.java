package dev.fileapi.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that the sweep is to look at. */
interface Due {

    /** When; null when never. */
    @Nullable
    Instant nextCheckAt();
}
