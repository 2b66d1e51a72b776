package dev.fileapi.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fileapi.files.model.ChecksumAlgorithm;
import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A digest is sent when the service has computed it. */
class ReprDigestTest {

    private static final String OF_NOTHING = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @ParameterizedTest
    @EnumSource(names = {"VERIFIED", "UNVERIFIED"})
    void oneThatIsComputedIsSent(Verification verification) {
        assertThat(ReprDigest.of(details(verification, ChecksumAlgorithm.SHA_256, OF_NOTHING)))
                .contains("sha-256=:" + OF_NOTHING + ":");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"VERIFIED", "UNVERIFIED"},
            mode = Mode.EXCLUDE)
    void oneThatIsOnlyToldIsNot(Verification verification) {
        assertThat(ReprDigest.of(details(verification, ChecksumAlgorithm.SHA_256, OF_NOTHING)))
                .isEmpty();
    }

    @Test
    void anotherAlgorithmIsNotSent() {
        assertThat(ReprDigest.of(details(Verification.VERIFIED, ChecksumAlgorithm.MD5, "1B2M2Y8AsgTpgAmY7PhCfg==")))
                .isEmpty();
        assertThat(ReprDigest.of(VersionDetails.NONE)).isEmpty();
    }

    private static VersionDetails details(Verification verification, ChecksumAlgorithm algorithm, String value) {
        return new VersionDetails(verification, Checksums.NONE.with(algorithm, value), null, null, Map.of(), Map.of());
    }
}
