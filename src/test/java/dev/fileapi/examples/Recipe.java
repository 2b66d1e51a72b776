package dev.fileapi.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of code in a page of the documentation.
 *
 * @param heading what it stands under
 * @param language what follows the fence, such as {@code python}
 */
record Recipe(String heading, String language, String code) {

    private static final Pattern HEADING_OR_CODE =
            Pattern.compile("(?m)^#+ (?<heading>.+)$|^```(?<language>[^\n]+)\n(?<code>(?s:.*?))^```$");
    private static final Pattern PATH = Pattern.compile("/files/path/([\\w./-]+\\.\\w+)");

    /** Returns every piece of code of a page, in its order. */
    static List<Recipe> of(Path page) throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        String heading = "";
        Matcher matcher = HEADING_OR_CODE.matcher(Files.readString(page));
        while (matcher.find()) {
            if (matcher.group("heading") == null) {
                recipes.add(new Recipe(heading, matcher.group("language"), matcher.group("code")));
            } else {
                heading = matcher.group("heading");
            }
        }
        return recipes;
    }

    boolean untested() {
        return language.endsWith(" untested");
    }

    /** Returns the paths of files that the code names in full. */
    Set<String> paths() {
        return PATH.matcher(code)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return heading;
    }
}
