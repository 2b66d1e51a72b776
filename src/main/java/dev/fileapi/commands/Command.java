package dev.fileapi.commands;

import java.io.PrintStream;
import java.util.Set;

/** Something an operator can have done. */
interface Command {

    int WELL = 0;
    int NOT_WELL = 1;

    /** Its options with a value, without dashes. */
    Set<String> options();

    /** Its options without one. */
    Set<String> flags();

    /**
     * Does it.
     *
     * @param out is told how it goes
     * @return {@link #WELL}, or {@link #NOT_WELL} when something is left to be seen to
     */
    int run(Arguments arguments, PrintStream out);
}
