package dev.fileapi.files.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {

    @Test
    void folderAndNameAreThePartsOfThePath() {
        FilePath path = FilePath.parse("A/b/file.txt");

        assertThat(path.folder()).isEqualTo("/A/b/");
        assertThat(path.name()).isEqualTo("file.txt");
        assertThat(FilePath.parse("file.txt").folder()).isEqualTo("/");
    }

    @Test
    void unicodeIsNormalisedToNfc() {
        assertThat(FilePath.parse("u\u0308ber")).isEqualTo(new FilePath("\u00fcber"));
    }

    @Test
    void aPathHas1024CharactersAtMost() {
        String longest = "\ud83d\ude00".repeat(FilePath.MAX_CHARACTERS);

        assertThat(FilePath.parse(longest).value()).isEqualTo(longest);
        assertThatThrownBy(() -> FilePath.parse(longest + "a")).isInstanceOf(InvalidFilePathException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "a/./b",
                "a/../b",
                "a\\b",
                "a\nb",
                "a\u0000",
                "a\u007f",
                "\ud800",
                "a\ufffdb"
            })
    void whatBreaksARuleIsNoPath(String path) {
        assertThatThrownBy(() -> FilePath.parse(path)).isInstanceOf(InvalidFilePathException.class);
    }

    @Test
    void aRecordedPathMayHaveTheReplacementCharacter() {
        assertThat(new FilePath("a\ufffdb").siblingNamed("restored 1").value()).isEqualTo("a\ufffdb (restored 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "a%20b", "a,b", "...", "a b", " ", "a:b*?", ".hidden", "A", "\u65e5\u672c"})
    void whatBreaksNoRuleStaysAsItIs(String path) {
        assertThat(FilePath.parse(path).value()).isEqualTo(path);
    }

    @Test
    void aSiblingKeepsItsExtension() {
        assertThat(FilePath.parse("a/report.csv").siblingNamed("restored 1").value())
                .isEqualTo("a/report (restored 1).csv");
        assertThat(FilePath.parse(".hidden").siblingNamed("restored 1").value()).isEqualTo(".hidden (restored 1)");
    }

    @Test
    void theLongestPathHasASiblingToo() {
        FilePath longest = FilePath.parse("a".repeat(1020) + ".csv");

        assertThat(longest.siblingNamed("restored 1").value()).hasSize(1024).endsWith(" (restored 1).csv");
    }

    @Test
    void whatFollowsADotAndIsLongIsNoExtension() {
        assertThat(FilePath.parse("1. A title, not an extension")
                        .siblingNamed("restored 1")
                        .value())
                .isEqualTo("1. A title, not an extension (restored 1)");
        assertThat(FilePath.parse("x." + "b".repeat(1022))
                        .siblingNamed("restored 1")
                        .value())
                .hasSize(1024)
                .startsWith("x.bbb")
                .endsWith("bbb (restored 1)");
    }

    @Test
    void aFolderThatLeavesNoRoomGivesWayToTheOneAbove() {
        FilePath deep = FilePath.parse("a/" + "y".repeat(1015) + "/z.txt");
        FilePath deepest = FilePath.parse("a/" + "b/".repeat(508) + "z.txt");

        assertThat(deep.siblingNamed("restored 1").value()).isEqualTo("a/z (restored 1).txt");
        assertThat(deepest.siblingNamed("restored 1").value())
                .hasSizeLessThanOrEqualTo(1024)
                .startsWith("a/b/b/")
                .endsWith("/b/z (restored 1).txt");
    }
}
