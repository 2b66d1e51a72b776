package dev.fileapi.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which callers take gzip (RFC 9110, section 12.5.3). */
class AcceptedGzipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip, deflate, br, zstd",
                "br;q=1.0, gzip;q=0.8, *;q=0.1",
                "gzip ; q=0.001",
                "gzip;q=1.000",
                "*",
                "*;q=0.5",
                "deflate, *;q=0.1",
                "gzip, identity;q=0",
                "gzip;q=0.5, identity;q=0.5",
                "identity;q=0.2,gzip;q=0.3",
                "*;q=0, gzip",
            })
    void isTakenByThoseWhoNameIt(String header) {
        assertThat(AcceptedGzip.isIn(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.000",
                "*;q=0",
                "gzip;q=0, *",
                "identity, gzip;q=0.5",
                "gzip;q=0.4, identity;q=0.5",
                "gzip;q=high",
                "gzip;q=-1",
                "gzip;q=1.1",
                "gzip;level=9",
                "gzipped",
                ",;,",
            })
    void isNotTakenByOthers(String header) {
        assertThat(AcceptedGzip.isIn(header)).isFalse();
    }

    @Test
    void isNotSentToThoseWhoSayNothing() {
        assertThat(AcceptedGzip.isIn(null)).isFalse();
    }
}
