package dev.fileapi.commands;

import java.io.PrintStream;

/** Something an operator can have done. */
interface Command {

    int WELL = 0;
    int NOT_WELL = 1;

    /**
     * Does it.
     *
     * @param out is told how it goes
     * @return {@link #WELL}, or {@link #NOT_WELL} when something is left to be seen to
     */
    int run(Arguments arguments, PrintStream out);
}
