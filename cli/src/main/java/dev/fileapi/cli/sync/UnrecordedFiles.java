package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.CommandException;
import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileApiException;
import dev.fileapi.client.Upload;
import dev.fileapi.client.UploadRef;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that the service's list does not have as they will be, since it has not recorded yet what was sent. Made before the list is asked for, so that
 * what is recorded meanwhile is in one of the two.
 *
 * <p>The newest upload in progress to a path decides. When this machine has sent it, it is known what the file will be. Otherwise the service is asked
 * to record it, which it does if the bytes are there; after an hour it has looked at an upload by itself.
 */
final class UnrecordedFiles {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final int AT_ONCE = 1_000;

    private final NavigableMap<String, RemoteItem> byPath = new TreeMap<>(PathOrder.INSTANCE);
    private final List<UploadRef> unknown = new ArrayList<>();

    private UnrecordedFiles() {}

    /**
     * Finds those below a folder.
     *
     * @param prefix what their paths begin with
     * @param folder the beginning of the paths that is left out in those of items
     * @param sent what this machine has sent; of the others the service is asked
     */
    static UnrecordedFiles find(FileApiClient client, String prefix, String folder, SentUploads sent)
            throws IOException {
        UnrecordedFiles files = list(client, prefix, folder, sent);
        files.record(client);
        return files;
    }

    /**
     * Has the service record what was sent to it lately, by any caller.
     *
     * @param isNeeded whether the run ends when it cannot be had recorded, since who may only read has no part in uploads
     */
    static void record(FileApiClient client, String prefix, boolean isNeeded) throws IOException {
        if (!list(client, prefix, "", SentUploads.NONE).record(client) && isNeeded) {
            throw new CommandException(
                    ExitStatus.TRY_AGAIN,
                    "uploads there are not recorded yet, and who may only read cannot have that done: --delete would delete"
                            + " files here that they are about to be; try again later, or leave it out");
        }
    }

    private static UnrecordedFiles list(FileApiClient client, String prefix, String folder, SentUploads sent)
            throws IOException {
        Instant lately = Instant.now().minus(LATELY);
        Instant oldest = sent.oldest().isBefore(lately) ? sent.oldest() : lately;
        UnrecordedFiles files = new UnrecordedFiles();
        try (Stream<Upload> newestFirst = client.uploads(prefix)) {
            List<InProgress> uploads = newestFirst
                    .takeWhile(upload -> !upload.createdAt().isBefore(oldest))
                    .map(upload -> InProgress.of(
                            upload, folder.length(), upload.createdAt().isAfter(lately)))
                    .toList();
            Map<UploadRef, String> sums =
                    sent.of(uploads.stream().map(InProgress::ref).collect(Collectors.toSet()));
            uploads.forEach(upload -> files.add(upload, sums));
        }
        return files;
    }

    /** Puts them in their places among those that the service lists, both in the order of {@link PathOrder}. */
    Stream<RemoteItem> with(Stream<RemoteItem> recorded) {
        Iterator<RemoteItem> listed = recorded.iterator();
        return byPath.isEmpty() ? Streams.of(listed) : Streams.of(new Merge(listed));
    }

    private void add(InProgress upload, Map<UploadRef, String> sums) {
        String path = upload.item().path();
        if (!byPath.containsKey(path)) {
            String sha256 = sums.get(upload.ref());
            if (sha256 != null) {
                byPath.put(path, upload.item().withSha256(sha256));
            } else if (upload.isRecent()) {
                unknown.add(upload.ref());
            }
        }
    }

    /** Returns false when the caller may not have it done. */
    private boolean record(FileApiClient client) {
        try {
            for (int from = 0; from < unknown.size(); from += AT_ONCE) {
                client.complete(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)));
            }
        } catch (FileApiException e) {
            if (ExitStatus.of(e) != ExitStatus.ACCESS) {
                throw e;
            }
            return false;
        }
        return true;
    }

    private record InProgress(RemoteItem item, boolean isRecent) {

        static InProgress of(Upload upload, int folder, boolean isRecent) {
            String path = Objects.requireNonNull(upload.path(), "a list has the paths");
            long size = upload.size() == null ? 0 : upload.size();
            return new InProgress(
                    new RemoteItem(
                            path.substring(folder),
                            upload.fileId(),
                            upload.versionId(),
                            null,
                            size,
                            null,
                            upload.sourceModifiedAt()),
                    isRecent);
        }

        UploadRef ref() {
            return item.upload();
        }
    }

    /** The newer one where both have a path. */
    private final class Merge implements Iterator<RemoteItem> {

        private final Ordered<RemoteItem> listed;
        private final Ordered<RemoteItem> sent = new Ordered<>(byPath.values().iterator(), RemoteItem::path);

        private Merge(Iterator<RemoteItem> listed) {
            this.listed = new Ordered<>(listed, RemoteItem::path);
        }

        @Override
        public boolean hasNext() {
            return listed.hasNext() || sent.hasNext();
        }

        @Override
        public RemoteItem next() {
            if (!sent.hasNext()) {
                return listed.next();
            }
            int order = listed.hasNext()
                    ? PathOrder.INSTANCE.compare(
                            listed.peek().path(), sent.peek().path())
                    : 1;
            if (order != 0) {
                return order < 0 ? listed.next() : sent.next();
            }
            RemoteItem recorded = listed.next();
            RemoteItem newest = sent.next();
            return newest.isNewerThan(recorded) ? newest : recorded;
        }
    }
}
