package dev.fileapi.cli.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that transfers files. */
interface Tool {

    /** Returns what tables call it. */
    String name();

    /**
     * Returns the command line for a step.
     *
     * @param data what is sent and received
     * @param list a file that lists what the step is for, for programs that do not find out by themselves
     * @param prefix where it is in the service, another one in each round
     * @param copy where it is received
     * @return empty when it has no such step
     */
    Optional<List<String>> command(Step step, DataSet data, Path list, String prefix, Path copy);

    /** Returns what its environment has besides. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** What is measured. */
    enum Step {
        PUSH("push"),
        UNCHANGED("push again, unchanged"),
        CHANGED("push again, changed"),
        PULL("pull");

        private final String title;

        Step(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
