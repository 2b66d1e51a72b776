package dev.fileapi.blobs.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fileapi.files.model.Checksums;
import dev.fileapi.files.model.Verification;
import dev.fileapi.files.model.VersionDetails;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back of any details is in {@link DescriptionMetadataTest}. */
class DetailsJsonTest {

    @Test
    void whatALaterReleaseAddsIsPassedOver() {
        assertThat(DetailsJson.parse("{\"later\":{\"a\":[1,{}]},\"checksums\":{\"sha-512\":\"AA==\"},"
                        + "\"content_type\":\"text/csv\",\"last\":null}"))
                .isEqualTo(new VersionDetails(
                        Verification.UNVERIFIED, Checksums.NONE, "text/csv", null, Map.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"tags\":{}",
                "{\"verification\":\"certain\"}",
                "{\"verification\":null}",
                "{\"checksums\":{\"md5\":\"AA==\"}}",
                "{\"checksums\":{\"md5\":null}}",
                "{\"checksums\":null}",
                "{\"content_type\":{}}",
                "{\"modified_at\":\"yesterday\"}",
                "{\"modified_at\":null}",
                "{\"tags\":{\"a\":null}}",
                "{\"tags\":null}",
                "{\"tags\":[\"a\"]}",
                "{\"tags\":{\"a\":{\"b\":\"c\"}}}"
            })
    void otherTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DetailsJson.parse(text));
    }
}
