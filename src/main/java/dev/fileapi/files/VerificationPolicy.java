package dev.fileapi.files;

import dev.fileapi.checksum.ChecksumSettings;
import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VerificationTask;
import dev.fileapi.files.model.VersionDetails;
import dev.fileapi.files.model.Workspace;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Which versions are still to be read after they were sealed, and which do not appear before. */
@Singleton
public final class VerificationPolicy {

    private final ChecksumSettings settings;
    private final Clock clock;

    public VerificationPolicy(ChecksumSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns what is to be read of a version that was sealed with these details, due at once; null when nothing is. */
    public @Nullable VerificationTask taskFor(VersionDetails details) {
        boolean lacksSha256 = details.verification() == Verification.UNVERIFIED
                && settings.computed()
                && details.checksums().get(ChecksumAlgorithm.SHA_256) == null;
        return details.verification() == Verification.PENDING || lacksSha256
                ? VerificationTask.fromBeginning(clock.instant())
                : null;
    }

    /** Whether a version with these details does not appear yet. */
    public boolean isAwaited(Workspace workspace, VersionDetails details) {
        return details.verification() == Verification.PENDING && settings.isAwaitedIn(workspace);
    }
}
