package dev.fileapi.functions.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostRewriteTest {

    @ParameterizedTest
    @CsvSource({
        "/a, /a, true",
        "/%41, /A, true",
        "/%2B, /+, true",
        "/+, /+, true",
        "/a%2Fb, /a%2Fb, true",
        "/a%2fb, /a%2fb, true",
        "/a%252Fb, /a%2Fb, true",
        "/a%2541b, /a%41b, true",
        "/a%2541b, /aAb, true",
        "/a/../b, /b, true",
        "/a/%2e%2e/b, /b, true",
        "/%7C, /%7C, true",
        "/|, /%7C, true",
        "/100%25, /100%25, true",
        "/%C3%A9, /%C3%A9, true",
        "/é, /%C3%A9, true",
        "/%FF, /%FF, true",
        "/a%20b, /a%20b, true",
        "/a/, /a/, true",
        "/a, /b, false",
        "/a, /A, false",
        "/a, /a/, false",
        "/ab, /a, false",
        "/A, /%2541, false",
        "/a%2Fb, /a/b, false",
        "/a/b, /a%2Fb, false",
        "/b/../../a, /b, false",
        "'', /a, false",
    })
    void tellsWhatTheHostWouldMakeOfAPath(String original, String given, boolean turns) {
        assertThat(HostRewrite.couldProduce(original, given)).isEqualTo(turns);
    }
}
