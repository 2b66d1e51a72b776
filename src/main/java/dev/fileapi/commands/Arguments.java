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
     * Reads {@code --name value} and {@code --flag}.
     *
     * @throws UsageException for an option that is not known, and one without its value
     */
    static Arguments parse(List<String> arguments, Set<String> options, Set<String> flags) {
        Map<String, String> values = new HashMap<>();
        Set<String> set = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (name.equals(arguments.get(i)) || !(options.contains(name) || flags.contains(name))) {
                throw new UsageException("Unknown option " + arguments.get(i));
            }
            if (flags.contains(name)) {
                set.add(name);
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
