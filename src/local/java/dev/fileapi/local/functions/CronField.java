package dev.fileapi.local.functions;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that one field of a schedule allows: {@code *}, {@code 5}, {@code 1-5}, {@code 10/15}, {@code mon,wed}. */
record CronField(Set<Integer> values) {

    private static final Pattern ITEM = Pattern.compile("(\\*|\\w+)(?:-(\\w+))?(?:/(\\d+))?");

    CronField {
        values = Set.copyOf(values);
    }

    /** @param names of the values, the first one's first; may be empty */
    static CronField parse(String text, int least, int most, List<String> names) {
        Set<Integer> values = new TreeSet<>();
        for (String item : text.split(",", -1)) {
            Matcher parts = ITEM.matcher(item);
            if (!parts.matches()) {
                throw invalid(text);
            }
            boolean every = parts.group(1).equals("*");
            int from = every ? least : value(parts.group(1), least, most, names);
            int step = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
            int to = from;
            if (parts.group(2) != null) {
                to = value(parts.group(2), least, most, names);
            } else if (every || parts.group(3) != null) {
                to = most;
            }
            if (step == 0 || to < from) {
                throw invalid(text);
            }
            for (int value = from; value <= to; value += step) {
                values.add(value);
            }
        }
        return new CronField(values);
    }

    boolean has(int value) {
        return values.contains(value);
    }

    private static int value(String text, int least, int most, List<String> names) {
        if (text.matches("\\d{1,2}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } else if (text.length() >= 3) {
            int name = names.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
            if (name >= 0) {
                return least + name;
            }
        }
        throw invalid(text);
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("Invalid field of a schedule: " + text);
    }
}
