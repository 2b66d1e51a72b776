package dev.fileapi.cli.access;

import dev.fileapi.cli.output.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How results are printed. */
public final class OutputOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Prints lines of JSON, errors too.")
    private boolean json;

    /** Returns where the command prints. */
    public Output output() {
        if (spec == null) {
            throw new IllegalStateException("not a mixin of a command");
        }
        return new Output(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
    }
}
