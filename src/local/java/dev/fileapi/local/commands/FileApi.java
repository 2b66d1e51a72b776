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
import java.util.TreeMap;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of {@code ./fileapi}. */
public final class FileApi {

    /** What the script hands to the command line in {@code cli}. */
    private static final Map<String, String> CLIENT_COMMANDS = new TreeMap<>(Map.ofEntries(
            Map.entry("ls", "Lists files and folders."),
            Map.entry("tree", "Prints a folder as a tree."),
            Map.entry("stat", "Prints all that is known of a file."),
            Map.entry("versions", "Lists the versions of a file."),
            Map.entry("push", "Sends a folder or a file."),
            Map.entry("pull", "Receives a folder or a file."),
            Map.entry("sync", "Makes a folder like another one."),
            Map.entry("cp", "Copies a file."),
            Map.entry("uploads", "Lists, resumes and cancels uploads that are not complete."),
            Map.entry("doctor", "Checks the address, the token and the way of bytes."),
            Map.entry("login", "Signs you in with a browser."),
            Map.entry("logout", "Ends a sign-in."),
            Map.entry("rm", "Deletes files."),
            Map.entry("mv", "Gives files other paths."),
            Map.entry("restore", "Restores a deleted file."),
            Map.entry("promote", "Makes an old version the latest."),
            Map.entry("link", "Prints a link to a file's bytes.")));

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
        line.addSubcommand(
                describedOnly("test", "Runs all tests: of the service, its Java client and its command line."));
        CLIENT_COMMANDS.forEach((name, description) -> line.addSubcommand(describedOnly(name, description)));
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
