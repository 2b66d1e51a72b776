package dev.fileapi.commands;

import java.util.List;
import java.util.Set;

/**
 * A command and what it may be given.
 *
 * @param options with a value, without dashes
 * @param flags options without one
 */
record CommandForm(Class<? extends Command> command, Set<String> options, Set<String> flags) {

    /** Where the service's settings are; every command takes it. */
    static final String SETTINGS = "settings";

    CommandForm {
        options = Set.copyOf(options);
        flags = Set.copyOf(flags);
    }

    /** @throws UsageException for what the command does not take */
    Arguments read(List<String> arguments) {
        return Arguments.parse(arguments, this);
    }

    boolean takes(String option) {
        return option.equals(SETTINGS) || options.contains(option);
    }
}
