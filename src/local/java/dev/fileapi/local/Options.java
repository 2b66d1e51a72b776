package dev.fileapi.local;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The options of a command, {@code --name value} or {@code --name=value}. */
final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads options.
     *
     * @param known their names, without dashes
     * @throws UsageException for an unknown one, one given twice, and one without a value
     */
    static Options parse(List<String> arguments, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (!option.startsWith("--") || !known.contains(option.substring(2))) {
                throw new UsageException("Unknown option " + option + "; ./fileapi help lists them all");
            }
            if (equals < 0 && ++i == arguments.size()) {
                throw new UsageException(option + " needs a value");
            }
            String value = equals < 0 ? arguments.get(i) : argument.substring(equals + 1);
            if (values.put(option.substring(2), value) != null) {
                throw new UsageException(option + " is given twice");
            }
        }
        return new Options(Map.copyOf(values));
    }

    /**
     * The value of an option; empty when it is not given.
     *
     * @param form what a value looks like, for the message
     * @param read throws an IllegalArgumentException or a DateTimeException for a wrong value
     * @throws UsageException for a wrong value
     */
    <T> Optional<T> get(String name, String form, Function<String, T> read) {
        String value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UsageException("--" + name + " must be " + form + ", but is " + value);
        }
    }
}
