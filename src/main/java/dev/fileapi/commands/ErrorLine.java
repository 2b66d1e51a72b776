package dev.fileapi.commands;

import dev.fileapi.files.model.FilesException;
import dev.fileapi.startup.StartFailure;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a usage error, and a failure whose cause is known, in one line. Any other failure keeps its stack trace. */
final class ErrorLine implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        print(error.getCommandLine(), error.getMessage() + hint(error));
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof FilesException) {
            print(command, failure.getMessage() + " Check the settings, and that this sign-in has the roles it needs.");
            return ExitCode.SOFTWARE;
        }
        Optional<String> setting = StartFailure.explain(failure);
        if (setting.isEmpty()) {
            throw failure;
        }
        print(command, setting.get());
        return ExitCode.USAGE;
    }

    private static String hint(ParameterException error) {
        if (!(error instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> similar = unmatched.getSuggestions();
        return similar.isEmpty()
                ? "; see " + error.getCommandLine().getCommandSpec().qualifiedName() + " --help"
                : "; did you mean " + String.join(" or ", similar) + "?";
    }

    private static void print(CommandLine command, String message) {
        command.getErr().println("fileapi: " + message);
    }
}
