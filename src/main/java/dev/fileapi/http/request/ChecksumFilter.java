package dev.fileapi.http.request;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.http.problem.ValidationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads the checksums that files must have: {@code checksum=sha-256:base64}, repeated or joined by commas for several. A {@code +} that was
 * not percent-encoded is a space by the rules of forms; no base64 has spaces, so it is known for what it was.
 */
final class ChecksumFilter {

    private static final String NAME = "checksum";

    private static final String ALGORITHMS = Arrays.stream(ChecksumAlgorithm.values())
            .map(ChecksumAlgorithm::word)
            .collect(Collectors.joining(", "));

    private ChecksumFilter() {}

    /** @throws ValidationException for an unknown algorithm, one that is there twice, or a value that is not a checksum by it */
    static Checksums read(QueryParameters query) {
        Checksums checksums = Checksums.NONE;
        for (String sent : query.values(NAME)) {
            for (String checksum : sent.split(",", -1)) {
                checksums = with(checksums, checksum);
            }
        }
        return checksums;
    }

    private static Checksums with(Checksums others, String checksum) {
        int colon = checksum.indexOf(':');
        ChecksumAlgorithm algorithm = ChecksumAlgorithm.of(checksum.substring(0, Math.max(colon, 0)))
                .orElseThrow(() -> new ValidationException(
                        NAME, "must be an algorithm of these, a colon and the checksum: " + ALGORITHMS));
        if (others.get(algorithm) != null) {
            throw new ValidationException(NAME, "must have each algorithm once");
        }
        try {
            return others.with(algorithm, standard(checksum.substring(colon + 1)));
        } catch (IllegalArgumentException otherForm) {
            throw new ValidationException(
                    NAME,
                    "must have, after " + algorithm.word() + ":, its " + algorithm.bytes()
                            + " bytes in base64 or base64url (RFC 4648)");
        }
    }

    /** Returns the same in the standard alphabet and with padding, which base64url is often written without. */
    private static String standard(String base64) {
        String value = base64.replace(' ', '+').replace('-', '+').replace('_', '/');
        return value.endsWith("=") ? value : value + "=".repeat(-value.length() & 3);
    }
}
