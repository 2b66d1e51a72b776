package dev.fileapi.files;

import dev.fileapi.files.model.VersionRecord;
import dev.fileapi.files.model.VersionState;
import dev.fileapi.files.store.BlobStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Read repair: finds out which uploads are committed and records them, in parallel, within a deadline and a budget of remote calls. One
 * failure does not stop the others.
 */
@Singleton
class CheckUploads {

    /**
     * Remote calls that record one upload, at most, when no other writer interferes: seven of the blob service, for a look, lease,
     * headers, snapshot, bytes (two, by default) and description; and five of the store, for its file, version and the version before, which
     * are read, and the first two written.
     */
    static final int CALLS_TO_RECORD = 12;

    private static final Logger LOG = LoggerFactory.getLogger(CheckUploads.class);

    private final BlobStore blobs;
    private final ReadThreads threads;

    CheckUploads(BlobStore blobs, ReadThreads threads) {
        this.blobs = blobs;
        this.threads = threads;
    }

    /**
     * What a check found.
     *
     * @param open those that were not recorded, in their order
     * @param unchecked how many of them may be committed: they were beyond the budget, or their check failed or did not end in time
     */
    record Checked(List<VersionRecord> open, int unchecked) {}

    /**
     * Records those that are committed, the newest first where the budget is not enough for all. With a budget for it, each upload is
     * committed right away; else the blobs are asked first, which costs one call for an upload that is not.
     *
     * @param uploads of one workspace, newest first; what is not pending is left alone
     * @param commit commits one, if its bytes are there; empty when it does not
     * @param calls maximum number of remote calls
     * @param deadline how long to wait; what has not begun by then is dropped
     */
    Checked check(
            List<VersionRecord> uploads,
            Function<VersionRecord, Optional<VersionRecord>> commit,
            int calls,
            Duration deadline) {
        List<VersionRecord> open = uploads.stream()
                .filter(upload -> upload.state() == VersionState.PENDING)
                .toList();
        if (open.isEmpty()) {
            return new Checked(open, 0);
        }
        Check check = new Check(commit, System.nanoTime() + deadline.toNanos());
        if ((long) open.size() * CALLS_TO_RECORD <= calls) {
            check.record(open);
        } else {
            int asked = Math.max(0, Math.min(open.size(), calls - CALLS_TO_RECORD));
            check.leaveOutBeyondBudget(open.size() - asked);
            List<VersionRecord> committed = check.committed(open.subList(0, asked));
            int recorded = Math.min(committed.size(), (calls - asked) / CALLS_TO_RECORD);
            check.leaveOutBeyondBudget(committed.size() - recorded);
            check.record(committed.subList(0, recorded));
        }
        return check.result(open);
    }

    /** One check as it goes on. */
    private final class Check {

        private final Function<VersionRecord, Optional<VersionRecord>> commit;
        private final long end;
        private final Set<VersionRecord> recorded = new HashSet<>();
        private int unchecked;

        private Check(Function<VersionRecord, Optional<VersionRecord>> commit, long end) {
            this.commit = commit;
            this.end = end;
        }

        private Checked result(List<VersionRecord> uploads) {
            return new Checked(
                    uploads.stream()
                            .filter(upload -> !recorded.contains(upload))
                            .toList(),
                    unchecked);
        }

        private void leaveOut(int uploads, String cause) {
            LOG.warn("uploads not checked, answering with the recorded state: count={} cause={}", uploads, cause);
            unchecked += uploads;
        }

        /** As often as there are many uploads in flight: nothing is wrong then. */
        private void leaveOutBeyondBudget(int uploads) {
            LOG.debug("uploads not checked beyond the budget: count={}", uploads);
            unchecked += uploads;
        }

        /** Asks in half of the time, so that one slow answer does not keep the others from being recorded. */
        private List<VersionRecord> committed(List<VersionRecord> uploads) {
            List<VersionRecord> committed = new ArrayList<>();
            List<Optional<Boolean>> answers =
                    each(uploads, remaining().dividedBy(2), upload -> blobs.isCommitted(upload.blobName()));
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).orElse(false)) {
                    committed.add(uploads.get(i));
                }
            }
            return committed;
        }

        private void record(List<VersionRecord> uploads) {
            List<Optional<Optional<VersionRecord>>> ended = each(uploads, remaining(), commit);
            for (int i = 0; i < ended.size(); i++) {
                if (ended.get(i).flatMap(version -> version).isPresent()) {
                    recorded.add(uploads.get(i));
                }
            }
        }

        /** Returns what the work gives for each upload; empty where it failed or did not end in time. */
        private <R> List<Optional<R>> each(
                List<VersionRecord> uploads, Duration deadline, Function<VersionRecord, R> work) {
            if (uploads.isEmpty()) {
                return List.of();
            }
            try {
                return threads.within(deadline, uploads.get(0).workspace(), uploads, work).stream()
                        .map(this::get)
                        .toList();
            } catch (RejectedExecutionException e) {
                leaveOut(uploads.size(), String.valueOf(e.getMessage()));
                return List.of();
            }
        }

        private <R> Optional<R> get(Future<R> ended) {
            try {
                return Optional.of(ended.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                leaveOut(1, "interrupted");
            } catch (CancellationException e) {
                leaveOut(1, "deadline");
            } catch (ExecutionException e) {
                leaveOut(1, String.valueOf(e.getCause()));
            }
            return Optional.empty();
        }

        private Duration remaining() {
            return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        }
    }
}
