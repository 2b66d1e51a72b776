package dev.fileapi.files.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "ΟΔΟΣ.txt, οδος.txt",
        "ΟΔΟΣ, οδοσ",
        "Σς, σΣ",
        "ÜBER, über",
        "ẞ, ß",
        "I, i",
        "İ, i",
        "ı, I",
        "Ǆ, ǅ",
        "Ж, ж",
        "Ꭰ, ꭰ",
        "𐐀, 𐐨",
        "µ, Μ",
        "ſ, S"
    })
    void lettersOfEitherCaseAreEqual(String one, String other) {
        assertThat(CaseFolding.fold(one)).isEqualTo(CaseFolding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"ß, ss", "ẞ, SS", "ﬁ, fi", "é, e", "i̇, i", "Ω, O"})
    void lettersOfOtherSpellingsDiffer(String one, String other) {
        assertThat(CaseFolding.fold(one)).isNotEqualTo(CaseFolding.fold(other));
    }

    @Test
    void foldingAgainChangesNothing() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .map(CaseFolding::fold)
                .forEach(folded -> assertThat(CaseFolding.fold(folded)).isEqualTo(folded));
    }

    @Test
    void everyCharacterIsFoldedAsTextsAreComparedIgnoringCase() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(Character::toString)
                .forEach(character -> assertThat(CaseFolding.fold(character)).isEqualToIgnoringCase(character));
    }
}
