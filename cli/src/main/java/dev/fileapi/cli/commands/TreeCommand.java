package dev.fileapi.cli.commands;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.FileLine;
import dev.fileapi.cli.output.Output;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.ListQuery;
import dev.fileapi.client.StoredFile;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "tree", description = "Prints the files of a folder and of all folders in it as a tree.")
final class TreeCommand extends ServiceCommand {

    @Parameters(
            paramLabel = "fa:FOLDER",
            arity = "0..1",
            defaultValue = "fa:",
            description = "A folder (default: fa:).")
    private RemotePath path = new RemotePath("");

    @Override
    int run(FileApiClient client, Output output) {
        String before = "";
        try (Stream<StoredFile> files = client.list(ListQuery.prefix(path.prefix()))) {
            Iterator<StoredFile> each = files.iterator();
            if (!each.hasNext() && !path.isRoot()) {
                throw new CommandException(ExitStatus.NOT_FOUND, path + ": there are no files in it");
            }
            while (each.hasNext()) {
                StoredFile file = each.next();
                String below = file.path().substring(path.prefix().length());
                output.line("file", FileLine.of(file), branch(before, below));
                before = below;
            }
        }
        return ExitStatus.OK;
    }

    /** Returns the lines of a path below the one before: those of its folders that are new, and its name. */
    static String branch(String before, String path) {
        String[] earlier = before.split("/", -1);
        String[] segments = path.split("/", -1);
        int shared = 0;
        while (shared < Math.min(earlier.length, segments.length) - 1 && earlier[shared].equals(segments[shared])) {
            shared++;
        }
        StringBuilder lines = new StringBuilder();
        for (int depth = shared; depth < segments.length; depth++) {
            boolean folder = depth < segments.length - 1;
            lines.append("  ".repeat(depth)).append(segments[depth]).append(folder ? "/\n" : "");
        }
        return lines.toString();
    }
}
