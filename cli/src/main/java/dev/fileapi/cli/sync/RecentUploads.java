package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.ExitStatus;
import dev.fileapi.client.FileApiClient;
import dev.fileapi.client.FileApiException;
import dev.fileapi.client.Upload;
import dev.fileapi.client.UploadRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has the service record what was sent to it lately. It does so by itself, but a list that comes before that would not have those files: they would be
 * sent again.
 */
final class RecentUploads {

    private static final Duration LATELY = Duration.ofHours(1);
    private static final int AT_ONCE = 1_000;

    private RecentUploads() {}

    static void record(FileApiClient client, String prefix) {
        Instant since = Instant.now().minus(LATELY);
        try (Stream<Upload> newestFirst = client.uploads(prefix)) {
            List<UploadRef> uploads = newestFirst
                    .takeWhile(upload -> upload.createdAt().isAfter(since))
                    .map(Upload::ref)
                    .toList();
            for (int from = 0; from < uploads.size(); from += AT_ONCE) {
                client.complete(uploads.subList(from, Math.min(uploads.size(), from + AT_ONCE)));
            }
        } catch (FileApiException e) {
            // those who may only read have no part in uploads
            if (ExitStatus.of(e) != ExitStatus.ACCESS) {
                throw e;
            }
        }
    }
}
