package dev.fileapi.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the sources of the man pages, which the profile {@code man} of the build converts. */
final class ManPages {

    private ManPages() {}

    /** Writes them into the folder that is the first argument, for the version that is the second. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), arguments[1]);
    }

    /** Writes a page in AsciiDoc for each command and each of its own, as {@code fileapi-uploads-ls.adoc}. */
    static void write(Path folder, String version) throws IOException {
        CommandSpec program = FileApiCli.commandLine().getCommandSpec();
        setVersion(program, "fileapi " + version);
        int status = ManPageGenerator.generateManPage(folder.toFile(), null, new boolean[0], false, program);
        if (status != CommandLine.ExitCode.OK) {
            throw new IOException("the sources of the man pages could not be written");
        }
    }

    private static void setVersion(CommandSpec command, String version) {
        command.versionProvider(() -> new String[] {version});
        command.subcommands().values().forEach(each -> setVersion(each.getCommandSpec(), version));
    }
}
