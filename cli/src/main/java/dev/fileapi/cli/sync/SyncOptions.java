package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code push}, {@code pull} and {@code sync} have in common. */
public final class SyncOptions {

    private static final int NAME_BYTES = 16;

    @Option(names = "--dry-run", description = "Prints what would be done, and does nothing.")
    private boolean dryRun;

    @Option(
            names = "--compare",
            paramLabel = "hash|size-time",
            defaultValue = "hash",
            description = "How equal files are known: by SHA-256, or by size and time (default: hash).")
    private String compare = "hash";

    @Option(names = "--include", paramLabel = "GLOB", description = "Only files like this; may be repeated.")
    private List<String> includes = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "No files like this; may be repeated.")
    private List<String> excludes = new ArrayList<>();

    @Option(
            names = "--filter-from",
            paramLabel = "FILE",
            description = "Lines '+ GLOB' and '- GLOB', of which the first that matches decides.")
    private @Nullable Path filterFrom;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many requests move bytes at once (default: 8).")
    private int parallel = 1;

    @Option(
            names = "--limit-rate",
            paramLabel = "BYTES",
            defaultValue = "0",
            converter = ByteSize.class,
            description = "Bytes a second at most, as 500k or 2M (default: no limit).")
    private long limitRate;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Where the SHA-256 of files, and what was sent, are kept for the next run (default: in"
                    + " ~/.cache/fileapi).")
    private @Nullable Path checkpoint;

    @Option(names = "--no-progress", description = "Shows no progress, but a line for each file.")
    private boolean noProgress;

    @Option(
            names = "--recorded",
            description =
                    "Counts a file as sent when the service has recorded it, not when the blob service has it; slower.")
    private boolean recorded;

    boolean isDryRun() {
        return dryRun;
    }

    boolean isRecorded() {
        return recorded;
    }

    /** Returns how many requests move bytes at once, at least 1. */
    public int parallel() {
        if (parallel < 1) {
            throw new CommandException(ExitStatus.USAGE, "--parallel: must be at least 1");
        }
        return parallel;
    }

    RateLimit rate() {
        return new RateLimit(limitRate);
    }

    boolean showsProgress() {
        return !noProgress && !dryRun && Progress.isPossible();
    }

    Filter filter() throws IOException {
        return Filter.of(includes, excludes, filterFrom == null ? List.of() : Filter.rules(filterFrom));
    }

    Comparison comparison(Hashes hashes) {
        return switch (compare.toLowerCase(Locale.ROOT)) {
            case "hash" -> Comparison.hash(hashes);
            case "size-time" -> Comparison.sizeAndTime();
            default -> throw new CommandException(ExitStatus.USAGE, "--compare: must be hash or size-time");
        };
    }

    /** Returns the file that keeps what is known of a folder. */
    Path checkpoint(Path folder) {
        if (checkpoint != null) {
            return checkpoint;
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path parent =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return parent.resolve("fileapi").resolve(name(folder.toAbsolutePath().normalize()));
    }

    private static String name(Path folder) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(folder.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
