package dev.fileapi.cli.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reports a usage error in one line. */
public final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        boolean json = List.of(arguments).contains("--json");
        String message =
                error.getMessage() + "; see " + command.getCommandSpec().qualifiedName() + " --help";
        new Output(command.getOut(), command.getErr(), json)
                .failure(null, new CommandException(ExitStatus.USAGE, message));
        return ExitStatus.USAGE;
    }

    static boolean isJson(@Nullable ParseResult parsed) {
        ParseResult deepest = parsed;
        while (deepest != null && deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        return deepest != null && deepest.hasMatchedOption("--json");
    }
}
