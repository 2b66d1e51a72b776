package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import java.util.Map;

/**
 * What is known of a version.
 *
 * @param read whether the service has read its bytes, so that their sha-256 is known
 */
record Knowledge(Verification verification, boolean read, Map<String, String> tags) {

    /** When an upload begins. */
    static Knowledge first(boolean told, Map<String, String> tags) {
        return new Knowledge(told ? Verification.PENDING : Verification.UNVERIFIED, false, tags);
    }

    static Knowledge of(VersionDetails details) {
        boolean pending =
                details.verification() == Verification.PENDING || details.verification() == Verification.FAILED;
        return new Knowledge(
                details.verification(),
                !pending && details.checksums().get(ChecksumAlgorithm.SHA_256) != null,
                details.tags());
    }

    /** After all bytes were read, and were right if any were told. */
    Knowledge afterReading() {
        return new Knowledge(
                verification == Verification.UNVERIFIED ? Verification.UNVERIFIED : Verification.VERIFIED, true, tags);
    }

    Knowledge failed() {
        return new Knowledge(Verification.FAILED, false, tags);
    }

    Knowledge withTags(Map<String, String> newTags) {
        return new Knowledge(verification, read, newTags);
    }
}
