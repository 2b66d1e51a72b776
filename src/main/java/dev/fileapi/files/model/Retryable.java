package dev.fileapi.files.model;

import java.time.Duration;

/** A failure that is temporary: the same call may be made again after some time. */
public interface Retryable {

    /** Returns how long to wait before trying again. */
    Duration retryAfter();
}
