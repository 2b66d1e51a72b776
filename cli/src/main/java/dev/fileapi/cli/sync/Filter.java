package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which files a run looks at, on both sides: one that is left out is neither moved nor deleted.
 *
 * <p>In patterns {@code *} and {@code ?} do not match a slash, {@code **} does. A pattern without a slash is compared with the name, one with a slash
 * with the whole path; one with a slash at its end matches all files of such folders.
 *
 * @param includes a file must match one of them, unless there are none
 * @param excludes and none of them
 * @param rules of these the first that matches decides
 */
record Filter(List<Pattern> includes, List<Pattern> excludes, List<Rule> rules) implements Predicate<String> {

    /** A name that files do not have. */
    private static final String ANY = "\u0001";

    static Filter of(List<String> includes, List<String> excludes, List<Rule> rules) {
        return new Filter(
                includes.stream().map(Filter::pattern).toList(),
                excludes.stream().map(Filter::pattern).toList(),
                rules);
    }

    @Override
    public boolean test(String path) {
        return (includes.isEmpty() || matches(includes, path))
                && !matches(excludes, path)
                && rules.stream()
                        .filter(rule -> rule.pattern().matcher(path).matches())
                        .findFirst()
                        .map(Rule::isIncluded)
                        .orElse(true);
    }

    /** Tells whether no file at a path or below it is looked at, whatever its name. */
    boolean leavesOutAllOf(String folder) {
        String path = folder.endsWith("/") ? folder : folder + "/";
        String anyBelow = path + ANY + "/" + ANY;
        return matches(excludes, anyBelow)
                || rules.stream()
                        .filter(rule -> rule.pattern().matcher(anyBelow).matches())
                        .findFirst()
                        .filter(rule -> !rule.isIncluded())
                        .isPresent();
    }

    /**
     * Reads rules: lines that begin with {@code + } or {@code - }; {@code #} begins a comment.
     *
     * @throws CommandException when a line has another form
     */
    static List<Rule> rules(Path file) throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("+ ") || line.startsWith("- ")) {
                rules.add(
                        new Rule(line.startsWith("+"), pattern(line.substring(2).strip())));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new CommandException(ExitStatus.USAGE, file + ": '" + line + "' must begin with '+ ' or '- '");
            }
        }
        return rules;
    }

    private static boolean matches(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    static Pattern pattern(String glob) {
        String body = glob.startsWith("/") ? glob.substring(1) : glob;
        boolean folder = body.endsWith("/");
        String path = folder ? body.substring(0, body.length() - 1) : body;
        boolean anywhere = !glob.startsWith("/") && path.indexOf('/') < 0;
        return Pattern.compile((anywhere ? "(.*/)?" : "") + regex(path) + (folder ? "/.*" : ""), Pattern.DOTALL);
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    /**
     * A rule.
     *
     * @param isIncluded what it decides
     * @param pattern what paths it decides it for
     */
    record Rule(boolean isIncluded, Pattern pattern) {}
}
