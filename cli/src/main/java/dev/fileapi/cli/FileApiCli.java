package dev.fileapi.cli;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.commands.Commands;
import dev.fileapi.cli.output.Failures;
import dev.fileapi.cli.output.UsageErrors;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line of those who use the service. */
@Command(
        name = "fileapi",
        description = "Lists, sends, receives and changes files of File API. Paths in the workspace begin with fa:",
        mixinStandardHelpOptions = true,
        versionProvider = FileApiCli.Version.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:success",
            "1:some files failed",
            "2:usage error",
            "3:no access",
            "4:not found",
            "5:a condition does not hold",
            "75:try again later",
            "130:ended by Ctrl-C"
        },
        scope = ScopeType.INHERIT)
public final class FileApiCli {

    private FileApiCli() {}

    /** Runs a command line and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = Commands.addTo(new CommandLine(new FileApiCli()))
                .addSubcommand(new HelpCommand())
                .addSubcommand(new CommandLine(new GenerateCompletion()).setCommandName("completion"));
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(RemotePath.class, RemotePath::parse)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures());
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = FileApiCli.class.getPackage().getImplementationVersion();
            return new String[] {"fileapi " + (version == null ? "of this checkout" : version)};
        }
    }
}
