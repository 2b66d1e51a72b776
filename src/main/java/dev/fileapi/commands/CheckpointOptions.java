package dev.fileapi.commands;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command that may be interrupted keeps its progress. */
final class CheckpointOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--resume", description = "Continue a run that was interrupted, from its checkpoint.")
    private boolean resume;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "File that keeps the progress (default: ${DEFAULT-VALUE}).")
    private Path checkpoint;

    /** @param file where the progress is kept unless the options name another */
    CheckpointOptions(String file) {
        this.checkpoint = Path.of(file);
    }

    Checkpoint checkpoint() {
        return new Checkpoint(checkpoint);
    }

    /**
     * Returns where to begin; null: at the beginning.
     *
     * @throws ParameterException when there is no checkpoint to resume from
     */
    @Nullable
    String from() {
        return resume
                ? checkpoint()
                        .read()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "There is no checkpoint " + checkpoint + " to resume from"))
                : null;
    }
}
