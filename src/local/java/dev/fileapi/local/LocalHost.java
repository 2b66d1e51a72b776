package dev.fileapi.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local host's command line, behind the script {@code fileapi}. A wrong option or setting ends it with status 2, whatever else
 * keeps it from starting with 1, each after one line that says why.
 */
final class LocalHost {

    private LocalHost() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> options = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        try {
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "run" -> RunCommand.parse(options).run(out);
                case "rebuild", "replay-dead-letters" ->
                    exit(OperatorCommand.parse(Arrays.asList(arguments), System.getenv())
                            .run(out));
                case "token" -> TokenCommand.parse(options).run(out);
                default -> throw new UsageException("Unknown command; ./fileapi help lists them all");
            }
        } catch (UsageException e) {
            fail(2, e.getMessage());
        } catch (StartException e) {
            fail(1, e.getMessage());
        }
    }

    private static void exit(int status) {
        if (status != 0) {
            System.exit(status);
        }
    }

    private static void fail(int status, @Nullable String message) {
        System.err.println("fileapi: " + message);
        System.exit(status);
    }
}
