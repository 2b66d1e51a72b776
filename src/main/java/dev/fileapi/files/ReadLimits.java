package dev.fileapi.files;

import java.time.Duration;

/**
 * What one read may spend on finding out which uploads are committed.
 *
 * @param calls maximum number of remote calls
 * @param deadline how long it waits for them; when it is zero, nothing is asked
 */
record ReadLimits(int calls, Duration deadline) {

    boolean isOver() {
        return deadline.isZero();
    }
}
