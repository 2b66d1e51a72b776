package dev.fileapi.local.commands;

import dev.fileapi.local.Project;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The data folder that a command works on. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps everything (default: data, beside this script).")
    private @Nullable Path given;

    Path folder() {
        return given == null ? Project.folder().resolve("data") : given.toAbsolutePath();
    }

    /** The option as another command has to be given it to work on the same folder; empty for the default. */
    String argument() {
        return given == null ? "" : " --data " + folder();
    }

    boolean isGiven() {
        return given != null;
    }
}
