package dev.fileapi.http.wire;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import java.util.Optional;

/** The header {@code Repr-Digest} (RFC 9530, section 3), with the SHA-256 of a version's bytes that the service has computed. */
public final class ReprDigest {

    public static final String NAME = "Repr-Digest";

    private ReprDigest() {}

    /** Returns the header's value; empty while the checksum is not known, or only told. */
    public static Optional<String> of(VersionDetails details) {
        boolean computed =
                details.verification() == Verification.VERIFIED || details.verification() == Verification.UNVERIFIED;
        return Optional.ofNullable(details.checksums().get(ChecksumAlgorithm.SHA_256))
                .filter(known -> computed)
                .map(checksum -> ChecksumAlgorithm.SHA_256.word() + "=:" + checksum + ":");
    }
}
