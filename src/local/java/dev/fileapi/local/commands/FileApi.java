package dev.fileapi.local.commands;

import dev.fileapi.benchmarks.BenchmarkCommand;
import dev.fileapi.commands.Commands;
import dev.fileapi.commands.RebuildCommand;
import dev.fileapi.commands.ReplayCommand;
import dev.fileapi.commands.UpgradeCommand;
import dev.fileapi.local.Closer;
import dev.fileapi.local.StartException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of {@code ./fileapi}. */
public final class FileApi {

    private FileApi() {}

    public static void main(String[] arguments) {
        int status;
        try (Closer services = new Closer()) {
            status = commandLine(System.getenv(), services)
                    .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                    .execute(arguments);
        }
        System.exit(status);
    }

    /**
     * Returns the command line.
     *
     * @param environment may name another service than the local one for operators' commands to work on
     * @param services receives what a command starts, to be closed by the caller
     */
    static CommandLine commandLine(Map<String, String> environment, Closer services) {
        CommandLine line = Commands.of(
                new RunCommand(),
                new TokenCommand(),
                LocalServiceOptions.addedTo(RebuildCommand::new, environment, services),
                LocalServiceOptions.addedTo(UpgradeCommand::new, environment, services),
                LocalServiceOptions.addedTo(ReplayCommand::new, environment, services),
                new BenchmarkCommand());
        line.addSubcommand(new CommandLine(new GenerateCompletion()).setCommandName("completion"));
        line.addSubcommand(describedOnly("test", "Runs all tests: of the service and of its Java client."));
        IExecutionExceptionHandler others = line.getExecutionExceptionHandler();
        return OptionValues.registerWith(line).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StartException) {
                command.getErr().println("fileapi: " + failure.getMessage());
                return ExitCode.SOFTWARE;
            }
            return others.handleExecutionException(failure, command, parsed);
        });
    }

    /** A command that the script runs itself, for help and completion. */
    private static CommandSpec describedOnly(String name, String description) {
        CommandSpec command = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        command.usageMessage().description(description);
        return command;
    }
}
