package dev.fileapi.files.modelbased;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;

/**
 * What is known of a version's bytes.
 *
 * @param read whether the service has read them, so that their sha-256 is known
 */
record Knowledge(Verification verification, boolean read) {

    static final Knowledge NOTHING_TOLD = new Knowledge(Verification.UNVERIFIED, false);
    static final Knowledge TOLD = new Knowledge(Verification.PENDING, false);

    static Knowledge of(VersionDetails details) {
        boolean pending =
                details.verification() == Verification.PENDING || details.verification() == Verification.FAILED;
        return new Knowledge(
                details.verification(), !pending && details.checksums().get(ChecksumAlgorithm.SHA_256) != null);
    }

    /** After all bytes were read, and were right if any were told. */
    Knowledge afterReading() {
        return new Knowledge(
                verification == Verification.UNVERIFIED ? Verification.UNVERIFIED : Verification.VERIFIED, true);
    }

    Knowledge failed() {
        return new Knowledge(Verification.FAILED, false);
    }
}
