package dev.fileapi.commands;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/**
 * The operators' command line, run beside the service: {@code rebuild}, {@code upgrade} and {@code replay-dead-letters}. The application is started after
 * the options are read, since they say with which settings.
 */
@Command(
        name = "fileapi",
        description = "Versioned file storage as serverless functions on Azure.",
        mixinStandardHelpOptions = true,
        versionProvider = ServiceVersion.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:success", "1:failure", "2:usage error, or an invalid setting"},
        scope = ScopeType.INHERIT)
public final class Commands {

    private Commands() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        // what is logged must not get between the lines of a report
        System.setOut(System.err);
        System.exit(commandLine(Map::of).setOut(out).execute(arguments));
    }

    /**
     * Returns the operators' command line.
     *
     * @param settings of the service, by their property names; they take precedence over those of the environment. Asked for when a
     *     command runs
     */
    public static CommandLine commandLine(Supplier<Map<String, Object>> settings) {
        return of(new RebuildCommand(settings), new UpgradeCommand(settings), new ReplayCommand(settings));
    }

    /** Returns a command line of these commands and {@code help}, which reports usage errors and known failures in one line. */
    public static CommandLine of(Object... commands) {
        CommandLine line = new CommandLine(new Commands());
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        ErrorLine errors = new ErrorLine();
        return line.addSubcommand(new HelpCommand())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
