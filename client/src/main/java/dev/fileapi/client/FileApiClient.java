package dev.fileapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fileapi.client.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The files of one workspace.
 *
 * <p>A call waits until it is done. It throws {@link FileApiException} when the service refuses or does not answer, {@link UncheckedIOException}
 * when a file of this machine cannot be read or written, and {@link CancellationException} when it was cancelled or its thread interrupted. What
 * fails for a while is done again, as {@link RetryPolicy} says, where that cannot do harm.
 *
 * <p>For use by many threads; make one for each workspace and keep it. Closing it ends what still runs.
 */
public final class FileApiClient implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int UPLOADS_PAGE = 1_000;

    private final Workspace workspace;
    private final Workers workers;
    private final Uploader uploader;
    private final BulkUploader bulkUploader;
    private final Downloader downloader;
    private final BulkDownloader bulkDownloader;

    private FileApiClient(Builder settings, ApiUrl url, Supplier<String> token) {
        Transport transport = new Transport(settings.http());
        Retries retries = new Retries(settings.retryPolicy);
        workspace = new Workspace(
                new Api(transport, retries, new Token(token), settings.callTimeout), url, settings.retryPolicy);
        workers = new Workers(settings.parallelism);
        Blobs blobs = new Blobs(transport, retries, settings.stallTimeout);
        uploader = new Uploader(workspace, blobs, workers, settings.blockBytes);
        bulkUploader = new BulkUploader(workspace, uploader, workers);
        downloader = new Downloader(workspace, blobs, workers, settings.blockBytes);
        bulkDownloader = new BulkDownloader(workspace, downloader, workers);
    }

    /** Returns a builder without any setting. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Uploads a file of this machine as a new version.
     *
     * @param file where the bytes are
     * @param path the whole path in the workspace without a leading slash
     */
    public UploadedFile upload(Path file, String path) {
        return upload(UploadRequest.of(path, file), Transfer.unattended());
    }

    /**
     * Uploads a file as a new version. A large one is sent in blocks; those that an earlier call has sent for the same bytes to the same path are not
     * sent again, whichever machine it was made on.
     *
     * <p>When it is cancelled or fails, the file is as it was before. Blocks that were sent stay for about a week, for the next call.
     *
     * @throws FileApiException also when the bytes became no version: {@code upload-superseded}, {@code upload-rejected}, {@code source-changed}
     */
    public UploadedFile upload(UploadRequest request, Transfer transfer) {
        return uploader.upload(Source.of(request, transfer.cancellation()), transfer);
    }

    /**
     * Uploads many files, each as {@link #upload(UploadRequest, Transfer)} does, with few calls for all of them. A failure is that of its file alone.
     *
     * @param requests taken as they are needed, on this thread, so that there may be any number
     * @param completion when a file counts as done
     * @param outcomes receives what each came to, from any thread but one at a time, in the order in which they end
     * @throws CancellationException when it was cancelled; what has no outcome by then may be uploaded or not
     */
    public void uploadAll(
            Stream<UploadRequest> requests,
            Completion completion,
            Transfer transfer,
            Consumer<Outcome<UploadRequest, UploadedFile>> outcomes) {
        bulkUploader.upload(requests.iterator(), completion, transfer, oneAtATime(outcomes));
    }

    /**
     * Downloads the latest version of a file.
     *
     * @param path the whole path in the workspace without a leading slash
     * @param target where the bytes go; what is there is replaced
     */
    public DownloadedFile download(String path, Path target) {
        return download(DownloadRequest.of(FileRef.path(path), target), Transfer.unattended());
    }

    /**
     * Downloads a file: into a temporary file beside the target, which is compared with the SHA-256 on record and then renamed, so that the target is
     * either as it was or complete.
     *
     * <p>When it is cancelled or fails, the parts of a large file that are there stay in {@code .fileapi-….part}, with {@code .fileapi-….part.ranges},
     * and the next call for the same version goes on from them; of a small file nothing stays.
     *
     * @throws FileApiException also {@code wrong-checksum}, after which nothing stays
     */
    public DownloadedFile download(DownloadRequest request, Transfer transfer) {
        DownloadLink link = workspace.downloadLink(request.file(), transfer.cancellation());
        return downloader.download(request, link, transfer);
    }

    /**
     * Downloads many files, each as {@link #download(DownloadRequest, Transfer)} does, with few calls for all of them. A failure is that of its file
     * alone.
     *
     * @param requests taken as they are needed, on this thread, so that there may be any number
     * @param outcomes receives what each came to, from any thread but one at a time, in the order in which they end
     */
    public void downloadAll(
            Stream<DownloadRequest> requests,
            Transfer transfer,
            Consumer<Outcome<DownloadRequest, DownloadedFile>> outcomes) {
        bulkDownloader.download(requests.iterator(), transfer, oneAtATime(outcomes));
    }

    /**
     * Lists files in the order of their paths, unless the query says otherwise. A page is asked for when the one before has been used, and only one is
     * held. Files that come and go meanwhile disturb no others.
     */
    public Stream<StoredFile> list(ListQuery query) {
        return workspace
                .pages("/files", query.query(), new Cancellation())
                .flatMap(page -> elements(page, "files"))
                .map(file -> Api.as(file, StoredFile.class));
    }

    /**
     * Lists one level: the files and folders of a folder, without what is in those.
     *
     * @param folder the whole path with a trailing slash; empty for the root
     */
    public Stream<ListEntry> listFolder(String folder) {
        String query = ListQuery.prefix(folder).query() + "&delimiter=/";
        return workspace
                .pages("/files", query, new Cancellation())
                .flatMap(page -> Stream.concat(
                        elements(page, "folders").map(path -> new Folder(path.asText())),
                        elements(page, "files").map(file -> Api.as(file, StoredFile.class))));
    }

    /**
     * Returns a file at its latest version, or the one that is named.
     *
     * @throws FileApiException 404 when there is none
     */
    public StoredFile stat(FileRef file) {
        return workspace.file(file);
    }

    /** Returns the versions of a file, newest first. */
    public List<FileVersion> versions(FileRef file) {
        return workspace.versions(file);
    }

    /**
     * Replaces the tags of a file, and changes nothing else of it.
     *
     * @param fileId the file
     * @param tags all that it has afterwards
     * @param condition what must hold of the file
     * @return the file with them
     * @throws FileApiException 412 when the condition does not hold
     */
    public StoredFile changeTags(UUID fileId, Map<String, String> tags, Condition condition) {
        return workspace.changeTags(fileId, tags, condition);
    }

    /** Deletes a file with all its versions, if there is one. It can be restored until its retention ends. */
    public void delete(FileRef file) {
        delete(file, Condition.NONE);
    }

    /**
     * Deletes a file if a condition holds.
     *
     * @throws FileApiException 412 when it does not
     * @throws IllegalArgumentException for a version, since all of them are deleted
     */
    public void delete(FileRef file, Condition condition) {
        if (file.versionId() != null) {
            throw new IllegalArgumentException("file: a version cannot be deleted by itself");
        }
        workspace.delete(file, condition);
    }

    /** Deletes many files, in their order; each outcome tells whether there was such a file. */
    public List<Outcome<Deletion, Boolean>> deleteAll(List<Deletion> files) {
        return workspace.batch(BatchCall.deletions(files), files, new Cancellation());
    }

    /**
     * Deletes all files whose paths begin like this, and returns how many there were.
     *
     * @param prefix any beginning of a path, not empty; a folder's name ends in a slash
     * @throws FileApiException the first problem of a file; what was deleted by then stays so
     */
    public long deletePrefix(String prefix) {
        return workspace.changePrefix("/files/delete", Json.object().put("prefix", prefix));
    }

    /**
     * Gives many files other paths, in their order, so that one can take the place that another one leaves; no bytes are moved. Each outcome is the
     * file at its new path, or why it stays: a path that is taken is a failure of its file alone.
     */
    public List<Outcome<Move, StoredFile>> moveAll(List<Move> files) {
        return workspace.batch(BatchCall.moves(files), files, new Cancellation());
    }

    /**
     * Gives all files whose paths begin like this paths that begin otherwise, and returns how many there were.
     *
     * @param prefix any beginning of a path, not empty; a folder's name ends in a slash
     * @param to what the paths begin with instead
     * @throws FileApiException the first problem of a file; what was moved by then stays so
     */
    public long movePrefix(String prefix, String to) {
        return workspace.changePrefix(
                "/files/move", Json.object().put("prefix", prefix).put("to", to));
    }

    /** Restores a deleted file, and returns it; under another name when its path is taken. */
    public StoredFile restore(UUID fileId) {
        workspace.restore(fileId);
        return workspace.file(FileRef.id(fileId));
    }

    /**
     * Makes an old version the latest, and returns the file at it. Waits until the copy is made.
     *
     * @param fileId the file
     * @param versionId the old version
     * @param condition what must hold of the file
     */
    public StoredFile promote(UUID fileId, String versionId, Condition condition) {
        Answer answer = workspace.promote(fileId, versionId, condition);
        if (answer.document().has("download")) {
            return answer.as(StoredFile.class);
        }
        Cancellation interruptOnly = new Cancellation();
        Upload copy = answer.as(Upload.class);
        while (copy.state() == UploadState.PENDING) {
            interruptOnly.sleep(POLL);
            copy = workspace.upload(copy.ref(), interruptOnly);
        }
        return workspace.file(FileRef.id(fileId).at(copy.versionId()));
    }

    /** Returns who calls, and where they may do what. */
    public Caller me() {
        return workspace.me();
    }

    /**
     * Lists uploads in progress, newest first, without their blocks.
     *
     * @param prefix any beginning of the paths of their files; empty for all
     */
    public Stream<Upload> uploads(String prefix) {
        String query = "limit=" + UPLOADS_PAGE + (prefix.isEmpty() ? "" : "&prefix=" + ApiUrl.encode(prefix));
        return workspace
                .pages("/uploads", query, new Cancellation())
                .flatMap(page -> elements(page, "uploads"))
                .map(upload -> Api.as(upload, Upload.class));
    }

    /** Returns one upload with its blocks. */
    public Upload upload(UploadRef ref) {
        return workspace.upload(ref, new Cancellation());
    }

    /** Cancels an upload in progress; its blocks are discarded. */
    public void cancelUpload(UploadRef ref) {
        workspace.cancel(ref);
    }

    /** Returns links to upload many files, in the order of the files; for callers that send the bytes themselves. */
    public List<Outcome<UploadDeclaration, UploadLink>> uploadLinks(List<UploadDeclaration> files) {
        return workspace.batch(BatchCall.LINKS, files, new Cancellation());
    }

    /** Has uploads recorded whose bytes were sent, in their order. */
    public List<Outcome<UploadRef, CompletedUpload>> complete(List<UploadRef> uploads) {
        return workspace.batch(BatchCall.COMPLETE, uploads, new Cancellation());
    }

    /** Returns links to download many files, in the order of the files; for callers that read the bytes themselves. */
    public List<Outcome<FileRef, DownloadLink>> downloadLinks(List<FileRef> files) {
        return workspace.batch(BatchCall.DOWNLOADS, files, new Cancellation());
    }

    /**
     * As {@link #downloadLinks(List)}, for links that are valid for another time than the service's own.
     *
     * @param lifetime in whole seconds, from a minute to what the service allows, a day unless it is set otherwise
     * @throws FileApiException with 422 when the service does not allow it
     */
    public List<Outcome<FileRef, DownloadLink>> downloadLinks(List<FileRef> files, Duration lifetime) {
        return workspace.batch(BatchCall.downloads(lifetime), files, new Cancellation());
    }

    /** Ends what still runs. */
    @Override
    public void close() {
        workers.close();
    }

    private static <T> Consumer<T> oneAtATime(Consumer<T> consumer) {
        Object lock = new Object();
        return value -> {
            synchronized (lock) {
                consumer.accept(value);
            }
        };
    }

    /** A page that has not got them is not taken as an empty one: files would be taken as missing. */
    private static Stream<JsonNode> elements(JsonNode page, String key) {
        if (!page.path(key).isArray()) {
            throw FileApiException.noAnswer(new IOException("the answer is not a page of " + key));
        }
        return StreamSupport.stream(page.path(key).spliterator(), false);
    }

    /** Makes clients. Base URL, organisation, workspace and token are needed. */
    public static final class Builder {

        private static final int DEFAULT_PARALLELISM = 8;
        private static final int DEFAULT_BLOCK = 8 * 1024 * 1024;

        private @Nullable URI baseUrl;
        private @Nullable UUID organisation;
        private @Nullable UUID workspace;
        private @Nullable Supplier<String> token;
        private @Nullable HttpClient httpClient;
        private int parallelism = DEFAULT_PARALLELISM;
        private long blockBytes = DEFAULT_BLOCK;
        private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
        private Duration callTimeout = Duration.ofMinutes(4);
        private Duration stallTimeout = Duration.ofMinutes(1);

        private Builder() {}

        /** Sets where the service is, without {@code /file}: {@code http://localhost:7071}. */
        public Builder baseUrl(URI url) {
            this.baseUrl = url;
            return this;
        }

        /** Sets the organisation. */
        public Builder organisation(UUID id) {
            this.organisation = id;
            return this;
        }

        /** Sets the workspace. */
        public Builder workspace(UUID id) {
            this.workspace = id;
            return this;
        }

        /** Sets where bearer tokens come from: asked for one at first, and for another when the service has refused one. */
        public Builder token(Supplier<String> supplier) {
            this.token = supplier;
            return this;
        }

        /** Sets how many requests move bytes at once, at least 1; 8 unless set. */
        public Builder parallelism(int requests) {
            if (requests < 1) {
                throw new IllegalArgumentException("parallelism: must be at least 1");
            }
            this.parallelism = requests;
            return this;
        }

        /** Sets the size of blocks and ranges in bytes, from 1 to 4,000 MiB; 8 MiB unless set. Smaller files move in one request. */
        public Builder blockBytes(long bytes) {
            if (bytes < 1 || bytes > 4_000L * 1024 * 1024) {
                throw new IllegalArgumentException("blockBytes: must be from 1 to 4,000 MiB");
            }
            this.blockBytes = bytes;
            return this;
        }

        /** Sets when calls are made again; {@link RetryPolicy#DEFAULT} unless set. */
        public Builder retryPolicy(RetryPolicy policy) {
            this.retryPolicy = policy;
            return this;
        }

        /** Sets how long a call of the service may take; 4 minutes unless set. */
        public Builder callTimeout(Duration time) {
            this.callTimeout = time;
            return this;
        }

        /** Sets how long a request for bytes may stand still; a minute unless set. */
        public Builder stallTimeout(Duration time) {
            this.stallTimeout = time;
            return this;
        }

        /** Sets the HTTP client, for a proxy or certificates of one's own. It must not follow redirects. */
        public Builder httpClient(HttpClient client) {
            this.httpClient = client;
            return this;
        }

        /**
         * Returns a client.
         *
         * @throws IllegalArgumentException when something that is needed was not set
         */
        public FileApiClient build() {
            URI url = needed(baseUrl, "baseUrl");
            ApiUrl apiUrl = ApiUrl.of(url, needed(organisation, "organisation"), needed(workspace, "workspace"));
            return new FileApiClient(this, apiUrl, needed(token, "token"));
        }

        private HttpClient http() {
            return httpClient != null
                    ? httpClient
                    : HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(Duration.ofSeconds(10))
                            .build();
        }

        private static <T> T needed(@Nullable T value, String name) {
            if (value == null) {
                throw new IllegalArgumentException(name + ": must be set");
            }
            return value;
        }
    }
}
