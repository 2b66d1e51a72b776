package dev.fileapi.http.wire;

import dev.fileapi.files.model.RejectionReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a reason is written. */
final class RejectionWord {

    private RejectionWord() {}

    /** Returns the reason in lower case with hyphens; null for null. */
    static @Nullable String of(@Nullable RejectionReason reason) {
        return reason == null ? null : reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
