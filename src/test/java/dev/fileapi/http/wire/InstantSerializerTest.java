package dev.fileapi.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantSerializerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04T05:06:07Z",
                "2026-03-04T05:06:00Z",
                "2026-03-04T05:06:07.120Z",
                "2026-03-04T05:06:07.123456Z",
                "2026-03-04T05:06:07.000000001Z",
                "2024-02-29T23:59:59.999999999Z",
                "1969-12-31T23:59:59.500Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void aTimeIsWrittenAsIso8601HasIt(String text) {
        assertThat(InstantSerializer.text(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void anyTimeIsWrittenAsItsOwnTextIs() {
        Random random = new Random();
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong() >> 26, random.nextInt(1_000_000_000));
            assertThat(InstantSerializer.text(time)).isEqualTo(time.toString());
        }
    }
}
