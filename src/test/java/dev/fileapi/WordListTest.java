package dev.fileapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code, messages, documentation and infrastructure are free of the phrases in {@code retired-phrases.txt}. */
class WordListTest {

    private static final List<String> ROOTS = List.of(
            "src/main",
            "src/local",
            "src/benchmark",
            "client/src",
            "client/README.md",
            "cli/src",
            "cli/README.md",
            "docs",
            "examples",
            "infra",
            "fileapi");
    private static final Pattern TEXT =
            Pattern.compile(".*(\\.(java|md|yaml|yml|sql|html|js|sh|py|ps1|bicep|json)|fileapi)");
    /** From the end of a line's text to the text of the next one, over the beginning of a comment's line. */
    private static final Pattern LINE_BREAK = Pattern.compile("[ \\t]*\\n[ \\t]*(?:\\*(?!/)|//|#)?[ \\t]*");

    private final List<Retired> retired = retired();

    @Test
    void noRetiredPhraseIsLeft() throws IOException {
        assertThat(texts().flatMap(this::found)).isEmpty();
    }

    @Test
    void aPhraseIsFoundOverALineBreakOfAComment() {
        assertThat(found(Path.of("a.java"), " * this is\n *   no URL\n"))
                .containsExactly("a.java:1: 'is no': write 'is not a'");
        assertThat(found(Path.of("a.java"), "// there is no other")).isEmpty();
    }

    private static List<Retired> retired() {
        return read(Path.of("src/test/resources/retired-phrases.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+-> ", 2))
                .map(parts -> new Retired(Pattern.compile(parts[0].replace(" ", " {1,99}")), parts[1]))
                .toList();
    }

    private static Stream<Path> texts() throws IOException {
        List<Path> files;
        try (Stream<Path> root = Files.list(Path.of(""))) {
            files = root.filter(path -> path.toString().endsWith(".md")).toList();
        }
        return Stream.concat(files.stream(), ROOTS.stream().flatMap(WordListTest::below));
    }

    private static Stream<Path> below(String root) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files
                    .filter(file -> TEXT.matcher(file.toString()).matches() && Files.isRegularFile(file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> found(Path file) {
        return found(file, read(file));
    }

    private Stream<String> found(Path file, String text) {
        // as long as before, so that a place in it is the same place in the text
        String joined = LINE_BREAK
                .matcher(text)
                .replaceAll(broken -> " ".repeat(broken.group().length()));
        return retired.stream()
                .flatMap(phrase -> phrase.pattern()
                        .matcher(joined)
                        .results()
                        .map(match -> place(file, text, match) + ": '"
                                + match.group().replaceAll("\\s+", " ") + "': write '" + phrase.replacement() + "'"));
    }

    private static String place(Path file, String text, MatchResult match) {
        return file + ":"
                + (1
                        + text.substring(0, match.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Retired(Pattern pattern, String replacement) {}
}
