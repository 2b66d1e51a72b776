package dev.fileapi.cli.sync;

import dev.fileapi.cli.access.RemotePath;
import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.cli.output.Output;
import dev.fileapi.cli.output.Progress;
import dev.fileapi.cli.sync.Planner.Direction;
import dev.fileapi.client.Cancellation;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileApiException;
import dev.fileapi.client.FileRef;
import dev.fileapi.client.ListQuery;
import dev.fileapi.client.ProgressListener;
import dev.fileapi.client.StoredFile;
import dev.fileapi.client.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a folder of the workspace like one of this machine, or the other way round: makes the plan, and prints or executes it. */
public final class Sync {

    private static final int PAGE = 5_000;

    private final FileApiClient client;
    private final Output output;
    private final SyncOptions options;
    private final DeleteOptions deletes;

    public Sync(FileApiClient client, Output output, SyncOptions options, DeleteOptions deletes) {
        this.client = client;
        this.output = output;
        this.options = options;
        this.deletes = deletes;
    }

    /** Sends what a folder has, or one file, below a path of the workspace; returns the exit status. */
    public int push(Path source, RemotePath target) throws IOException {
        String prefix = target.prefix();
        if (Files.isDirectory(source)) {
            return run(
                    Direction.PUSH,
                    source,
                    new LocalTree(source),
                    prefix,
                    sent -> UnrecordedFiles.find(client, prefix, prefix, sent).with(remotes(prefix)));
        }
        Path real = source.toRealPath();
        if (!Files.isRegularFile(real)) {
            throw new CommandException(ExitStatus.USAGE, source + ": not a file or folder");
        }
        String name = Normalizer.normalize(String.valueOf(source.getFileName()), Normalizer.Form.NFC);
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        Iterator<LocalItem> one =
                List.of(LocalItem.file(name, real, attributes)).iterator();
        return run(
                Direction.PUSH,
                real,
                one,
                prefix,
                sent -> UnrecordedFiles.find(client, prefix + name, prefix, sent)
                        .with(remote(prefix + name)));
    }

    /** Receives what a folder of the workspace has, or one file, into a folder; returns the exit status. */
    public int pull(RemotePath source, Path target) throws IOException {
        UnrecordedFiles.record(client, source.path(), deletes.isOn());
        Optional<StoredFile> file = source.isFolder() ? Optional.empty() : stat(source.path());
        if (file.isPresent()) {
            RemoteItem item = RemoteItem.of(source.name(), file.get());
            return run(Direction.PULL, target, local(target, source.name()), source.path(), sent -> Stream.of(item));
        }
        String prefix = source.prefix();
        try (Stream<StoredFile> files = client.list(ListQuery.prefix(prefix).withPageSize(1))) {
            if (!source.isRoot() && files.findFirst().isEmpty() && !deletes.isOn()) {
                throw new CommandException(ExitStatus.NOT_FOUND, source + ": there are no files in it");
            }
        }
        Iterator<LocalItem> locals = Files.exists(target) ? new LocalTree(target) : Collections.emptyIterator();
        return run(Direction.PULL, target, locals, prefix, sent -> remotes(prefix));
    }

    private int run(Direction direction, Path folder, Iterator<LocalItem> locals, String prefix, RemoteFiles remotes)
            throws IOException {
        @Nullable
        Checkpoint checkpoint = Checkpoint.open(options.checkpoint(folder)).orElse(null);
        try (checkpoint) {
            Hashes hashes = checkpoint == null ? Hashes.READING : checkpoint.hashes();
            SentUploads sent = checkpoint == null ? SentUploads.NONE : checkpoint.sent();
            Filter filter = options.filter();
            try (Stream<RemoteItem> files = remotes.list(options.isRecorded() ? SentUploads.NONE : sent)) {
                Target target = new Target(folder);
                TargetNames names = direction == Direction.PULL ? target.names() : new TargetNames(false, false);
                Planner plan = new Planner(
                        Streams.of(locals)
                                .filter(item -> isWanted(filter, item))
                                .iterator(),
                        files.filter(item -> filter.test(item.path())).iterator(),
                        new Planner.Rules(direction, deletes.isOn(), options.comparison(hashes), hashes, names));
                return options.isDryRun() ? print(plan) : execute(plan, prefix, target, sent);
            }
        }
    }

    private int print(Planner plan) {
        Report report = new Report(output, true);
        long deletions = 0;
        while (plan.hasNext()) {
            Action action = plan.next();
            if (action.isDeletion()) {
                deletions++;
            }
            report.planned(action);
        }
        deletes.check(deletions, plan.atTarget());
        return report.summary(plan.unchanged());
    }

    @SuppressWarnings("try") // the hook is there as long as the run is
    private int execute(Planner plan, String prefix, Target target, SentUploads sent) throws IOException {
        Cancellation cancellation = new Cancellation();
        boolean shows = options.showsProgress();
        @Nullable Progress progress = shows ? new Progress() : null;
        try (progress;
                InterruptedRun interrupts = new InterruptedRun(cancellation)) {
            ProgressListener listener = progress == null ? ProgressListener.NONE : progress;
            Report report = new Report(output, !shows);
            Transfer transfer = new Transfer(listener, cancellation);
            try {
                return new SyncRun(client, report, transfer, options, deletes, sent).execute(plan, prefix, target);
            } catch (CancellationException e) {
                // told here: the process may end as soon as the run has
                output.failure(null, e);
                return ExitStatus.INTERRUPTED;
            }
        }
    }

    private Stream<RemoteItem> remotes(String prefix) {
        return client.list(ListQuery.prefix(prefix).withPageSize(PAGE))
                .map(file -> RemoteItem.of(file.path().substring(prefix.length()), file));
    }

    private Stream<RemoteItem> remote(String path) {
        return stat(path).map(file -> RemoteItem.of(file.name(), file)).stream();
    }

    private Optional<StoredFile> stat(String path) {
        try {
            return Optional.of(client.stat(FileRef.path(path)));
        } catch (FileApiException e) {
            if (ExitStatus.of(e) != ExitStatus.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Iterator<LocalItem> local(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? List.of(LocalItem.file(name, file, attributes)).iterator()
                    : List.of(LocalItem.skipped(name, file, "not a regular file"))
                            .iterator();
        } catch (NoSuchFileException e) {
            return Collections.emptyIterator();
        }
    }

    /** What is not a file stays, so that what may be below it is not taken as missing. */
    private static boolean isWanted(Filter filter, LocalItem item) {
        return item.kind() == LocalItem.Kind.FILE ? filter.test(item.path()) : !filter.leavesOutAllOf(item.path());
    }

    /** The files of the workspace, in the order of their paths. */
    @FunctionalInterface
    private interface RemoteFiles {
        Stream<RemoteItem> list(SentUploads sent) throws IOException;
    }
}
