package dev.fileapi.blobs.azure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {

    private static final String EXTENDED = "; filename*=UTF-8''";

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "a b.txt, a%20b.txt",
        "a+b&c.txt, a+b&c.txt",
        "100%.txt, 100%25.txt",
        "it's (1).txt, it%27s%20%281%29.txt",
        "\"q\";.txt, %22q%22%3B.txt",
        "über €.txt, %C3%BCber%20%E2%82%AC.txt",
        "日本.csv, %E6%97%A5%E6%9C%AC.csv",
        "😀.png, %F0%9F%98%80.png",
        "*.txt, %2A.txt"
    })
    void everyNameIsWrittenInAscii(String name, String written) {
        assertThat(extended(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "a b.txt, a b.txt",
        "it's (1).txt, it's (1).txt",
        "100%.txt, 100_.txt",
        "\"q\";.txt, _q_;.txt",
        "Größe.txt, Große.txt",
        "crème brûlée.txt, creme brulee.txt",
        "日本.csv, __.csv",
        "😀.png, _.png",
        "a:b*c?.txt, a_b_c_.txt"
    })
    void aSimpleClientGetsAnAsciiFallback(String name, String written) {
        assertThat(fallback(name)).isEqualTo(written.replace('ß', '_'));
    }

    @Property(tries = 200)
    void whatIsWrittenReadsBackAsTheName(@ForAll @StringLength(max = 80) String name) {
        String wellFormed = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        String written = extended(wellFormed);

        assertThat(written).matches("[\\x21-\\x7e]*").doesNotContain("\"", ";", ",", "'");
        assertThat(fallback(wellFormed)).matches("[\\x20-\\x7e]*").doesNotContain("\"", "\\", "/");
        assertThat(URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(wellFormed);
    }

    @Test
    void anOverlongNameKeepsItsExtension() {
        String name = "😀".repeat(1000) + ".tar.gz";

        assertThat(extended(name)).isEqualTo("%F0%9F%98%80".repeat(255) + ".gz");
        assertThat(fallback(name)).isEqualTo("_".repeat(252) + ".gz");
    }

    @Test
    void theLongestAsciiNameStaysWhole() {
        String name = "n".repeat(1020) + ".txt";

        assertThat(extended(name)).isEqualTo(name);
    }

    private static String extended(String name) {
        String value = ContentDisposition.attachment(name);
        return value.substring(value.indexOf(EXTENDED) + EXTENDED.length());
    }

    private static String fallback(String name) {
        String value = ContentDisposition.attachment(name);
        assertThat(value).startsWith("attachment; filename=\"");
        return value.substring("attachment; filename=\"".length(), value.indexOf("\"" + EXTENDED));
    }
}
