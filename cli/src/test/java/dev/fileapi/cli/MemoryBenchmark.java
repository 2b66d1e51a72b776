package dev.fileapi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how much memory commands take with very many files: those of the workspace are made up, those of this machine are empty files in one
 * folder. Linux only. Arguments: how many files, the heap as {@code 192m}, an empty folder, a folder for as many files as that, and if not all commands
 * are measured, what they begin with.
 */
final class MemoryBenchmark {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");
    private static final double MILLIS = 1_000;

    private MemoryBenchmark() {}

    /** Prints a line for each command. */
    public static void main(String[] arguments) throws Exception {
        int files = Integer.parseInt(arguments[0]);
        String heap = arguments[1];
        String empty = arguments[2];
        String full = arguments[3];
        fill(Path.of(full), files);
        try (ListingServer server = ListingServer.start(files, files)) {
            for (String command : List.of(
                    "ls -r fa:x",
                    "tree fa:x",
                    "rm -r fa:x",
                    "sync " + empty + " fa:x --dry-run",
                    "sync " + empty + " fa:x --delete --dry-run",
                    "sync " + empty + " fa:x --delete",
                    "pull fa:x " + empty + " --dry-run",
                    "push " + full + " fa:y --dry-run",
                    "sync fa:x " + full + " --delete --delete-limit 1")) {
                if (arguments.length < 5 || command.startsWith(arguments[4])) {
                    measure(server, heap, command);
                }
            }
        }
    }

    private static void measure(ListingServer server, String heap, String command) throws Exception {
        List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
        long start = System.nanoTime();
        ChildRun run = ChildRun.start(server.address(), "none", heap, arguments.toArray(String[]::new));
        long peak = 0;
        while (run.isAlive()) {
            peak = Math.max(peak, peak(run.pid()));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / MILLIS;
        String output = run.output();
        System.out.printf(
                Locale.ROOT,
                "%-70s %6.1f s  %4d MiB resident  status %d  %s%n",
                command,
                seconds,
                peak / 1024,
                run.await(java.time.Duration.ZERO),
                output.strip().substring(output.strip().lastIndexOf('\n') + 1));
    }

    private static long peak(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            Matcher found = PEAK.matcher(Files.readString(status));
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    private static void fill(Path folder, int files) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "measurement-%07d.csv", i));
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        }
    }
}
