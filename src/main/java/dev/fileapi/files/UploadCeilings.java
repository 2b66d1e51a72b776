package dev.fileapi.files;

import dev.fileapi.files.model.FileId;
import dev.fileapi.files.model.FileRecord;
import dev.fileapi.files.model.TooManyUploadsException;
import dev.fileapi.files.model.Workspace;
import dev.fileapi.files.store.MetadataStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Bounds how many uploads a file and a workspace have in progress, at no cost for an ordinary link: each worker counts the links that it
 * issues, and asks the store how many uploads there are only once it has issued a tenth of the ceiling, and for every link where less than
 * that is left. So the ceilings are not exact: each worker may exceed one by a tenth of it, when it starts or has forgotten a file among
 * the {@value #MAX_REMEMBERED} that it issued links for last, and callers of several workers that race, by as many as they are.
 */
@Singleton
final class UploadCeilings {

    private static final int STEPS = 10;
    private static final int MAX_REMEMBERED = 10_000;

    /** Uploads end when their clients complete or cancel them, which takes a while. */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /** How long a count that refused a link stands for the next ones. */
    private static final Duration COUNT_STANDS = Duration.ofSeconds(5);

    private final MetadataStore store;
    private final CommitOnRead commitOnRead;
    private final FilesSettings settings;
    private final Clock clock;
    private final Map<Object, Allowance> workspaces = new LeastRecentlyUsed();
    private final Map<Object, Allowance> files = new LeastRecentlyUsed();

    UploadCeilings(MetadataStore store, CommitOnRead commitOnRead, FilesSettings settings, Clock clock) {
        this.store = store;
        this.commitOnRead = commitOnRead;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Checks that the workspace has room for an upload, before anything is written for it.
     *
     * @throws TooManyUploadsException when it has not
     */
    void require(Workspace workspace) {
        int ceiling = settings.maxUploadsPerWorkspace();
        if (ceiling > 0 && !allowance(workspaces, workspace, ceiling).isLeft(ceiling, inProgress(workspace))) {
            throw full("workspace", settings.maxUploadsPerWorkspace());
        }
    }

    /** Takes the room of one upload to the workspace; false when it has none. */
    boolean tryTake(Workspace workspace) {
        return takeUpTo(workspace, 1) == 1;
    }

    /** Takes the room of some uploads to the workspace, at least 1, and returns for how many it has it, as far as is known. */
    int takeUpTo(Workspace workspace, int uploads) {
        int ceiling = settings.maxUploadsPerWorkspace();
        return ceiling == 0
                ? uploads
                : allowance(workspaces, workspace, ceiling).takeUpTo(uploads, ceiling, inProgress(workspace));
    }

    /**
     * Takes the room of one upload to the workspace.
     *
     * @throws TooManyUploadsException when it has none
     */
    void take(Workspace workspace) {
        if (!tryTake(workspace)) {
            throw full("workspace", settings.maxUploadsPerWorkspace());
        }
    }

    /**
     * Takes the room of one upload to the file; that of its workspace is another.
     *
     * @throws TooManyUploadsException when it has none
     */
    void take(FileRecord file) {
        int ceiling = settings.maxUploadsPerFile();
        if (ceiling > 0 && allowance(file, ceiling).takeUpTo(1, ceiling, max -> inProgress(file, max)) == 0) {
            throw full("file", ceiling);
        }
    }

    /** Takes the room of the first upload to a new file, which always has it. */
    void takeFirst(FileRecord file) {
        int ceiling = settings.maxUploadsPerFile();
        if (ceiling > 0) {
            allowance(file, ceiling).takeFirst();
        }
    }

    private IntUnaryOperator inProgress(Workspace workspace) {
        return max -> store.countUploads(workspace, max);
    }

    /** Before a file's uploads are too many, those whose bytes are committed are recorded: no event may have told of them. */
    private int inProgress(FileRecord file, int max) {
        int uploads = store.countUploads(file.workspace(), file.id(), max);
        if (uploads < max) {
            return uploads;
        }
        commitOnRead.refreshHistory(file, new ReadLimits(settings.readCallBudget(), settings.readDeadline()));
        return store.countUploads(file.workspace(), file.id(), max);
    }

    private Allowance allowance(FileRecord file, int ceiling) {
        return allowance(files, new FileKey(file.workspace(), file.id()), ceiling);
    }

    private Allowance allowance(Map<Object, Allowance> allowances, Object key, int ceiling) {
        synchronized (allowances) {
            return allowances.computeIfAbsent(key, any -> new Allowance(ceiling / STEPS));
        }
    }

    private static TooManyUploadsException full(String what, int ceiling) {
        return new TooManyUploadsException(
                "The " + what + " has " + ceiling
                        + " uploads in progress, as many as it may have: complete or cancel"
                        + " some, or ask for a fresh link of one with version_id.",
                RETRY_AFTER);
    }

    /** How many links may be issued before the store is asked. */
    private final class Allowance {

        private int left;
        private Instant refusedUntil = Instant.MIN;

        private Allowance(int left) {
            this.left = left;
        }

        /**
         * Takes room, and returns for how many uploads there is some.
         *
         * @param uploads how many need it, at least 1
         * @param count counts the uploads in progress, up to a maximum
         */
        private synchronized int takeUpTo(int uploads, int ceiling, IntUnaryOperator count) {
            if (left < uploads) {
                refill(ceiling, count);
            }
            int taken = Math.min(left, uploads);
            left -= taken;
            return taken;
        }

        private synchronized boolean isLeft(int ceiling, IntUnaryOperator count) {
            if (left == 0) {
                refill(ceiling, count);
            }
            return left > 0;
        }

        private synchronized void takeFirst() {
            left = Math.max(0, left - 1);
        }

        private void refill(int ceiling, IntUnaryOperator count) {
            Instant now = clock.instant();
            if (now.isBefore(refusedUntil)) {
                return;
            }
            left = Math.min(ceiling - count.applyAsInt(ceiling), Math.max(1, ceiling / STEPS));
            if (left == 0) {
                refusedUntil = now.plus(COUNT_STANDS);
            }
        }
    }

    private record FileKey(Workspace workspace, FileId file) {}

    private static final class LeastRecentlyUsed extends LinkedHashMap<Object, Allowance> {

        private static final long serialVersionUID = 1;

        private LeastRecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Allowance> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }
}
