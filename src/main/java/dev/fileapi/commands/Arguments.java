package dev.fileapi.commands;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a command was given.
 *
 * @param values of options with one, by name without dashes
 * @param flags options without one
 */
record Arguments(Map<String, String> values, Set<String> flags) {

    Arguments {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
    }

    /**
     * Reads {@code --name value}, {@code --name=value} and {@code --flag}.
     *
     * @throws UsageException for an option that is not known, and one without its value
     */
    static Arguments parse(List<String> arguments, CommandForm form) {
        Map<String, String> values = new HashMap<>();
        Set<String> set = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = (equals < 0 ? argument : argument.substring(0, equals)).replaceFirst("^--", "");
            if (argument.startsWith("--") && form.flags().contains(name) && equals < 0) {
                set.add(name);
            } else if (!argument.startsWith("--") || !form.takes(name)) {
                throw new UsageException("Unknown option " + argument);
            } else if (equals >= 0) {
                values.put(name, argument.substring(equals + 1));
            } else if (++i < arguments.size()) {
                values.put(name, arguments.get(i));
            } else {
                throw new UsageException("--" + name + " needs a value");
            }
        }
        return new Arguments(values, set);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
