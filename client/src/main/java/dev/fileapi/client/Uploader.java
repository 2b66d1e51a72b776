package dev.fileapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Uploads one file: in one request, or in blocks, of which those that are there already are not sent again. */
final class Uploader {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final Workspace workspace;
    private final Blobs blobs;
    private final Workers workers;
    private final long blockBytes;

    Uploader(Workspace workspace, Blobs blobs, Workers workers, long blockBytes) {
        this.workspace = workspace;
        this.blobs = blobs;
        this.workers = workers;
        this.blockBytes = blockBytes;
    }

    /** Whether it is sent in blocks. */
    boolean isLarge(Source source) {
        return source.size() > blockBytes;
    }

    UploadedFile upload(Source source, Transfer transfer) {
        Begun begun = begin(source, transfer.cancellation());
        UploadRef ref = begun.link().ref();
        long sent;
        try {
            sent = isLarge(source) ? sendBlocks(source, begun, transfer) : sendWhole(source, begun.link(), transfer);
        } catch (FileApiException e) {
            if (!mayBeCommitted(e)) {
                throw e;
            }
            sent = source.size();
            if (complete(ref, transfer.cancellation()).failure() != null) {
                throw e;
            }
        }
        check(complete(ref, transfer.cancellation()));
        transfer.progress().file(source.request().path());
        return source.uploaded(ref, sent);
    }

    /** Sends a file in one request, and returns how many bytes it has. */
    long sendWhole(Source source, UploadLink link, Transfer transfer) {
        blobs.put(renewing(link), link.headers(), source.content(), source.size(), transfer);
        checkUnchanged(source, link);
        return source.size();
    }

    /** What the source was said to be it cannot become any more, once it has changed. */
    private void checkUnchanged(Source source, UploadLink link) {
        if (source.hasChanged()) {
            workspace.cancel(link.ref());
            throw FileApiException.of(CONFLICT, "source-changed", "the source was changed while it was sent", null);
        }
    }

    /**
     * Checks what has become of an upload.
     *
     * @throws FileApiException unless it is a version
     */
    static void check(Outcome<UploadRef, CompletedUpload> outcome) {
        CompletedUpload completed = outcome.get();
        switch (completed.state()) {
            case SUPERSEDED ->
                throw FileApiException.of(
                        PRECONDITION_FAILED, "upload-superseded", "its condition was not met any more", null);
            case REJECTED ->
                throw FileApiException.of(
                        CONFLICT, "upload-rejected", completed.reason() + ": " + completed.reasonDetail(), null);
            default -> {}
        }
    }

    private long sendBlocks(Source source, Begun begun, Transfer transfer) {
        SignedUrl link = renewing(begun.link());
        List<BlockPlan.Part> parts = BlockPlan.of(source.size(), blockBytes);
        long sent = 0;
        try (TaskScope scope = workers.moving(transfer.cancellation())) {
            for (BlockPlan.Part part : parts) {
                if (begun.staged().contains(part.block())) {
                    transfer.progress().bytesKept(part.length());
                } else {
                    sent += part.length();
                    scope.fork(inner -> blobs.putBlock(link, part, source.content(), transfer.within(inner)));
                }
            }
            scope.join();
        }
        checkUnchanged(source, begun.link());
        blobs.putBlockList(link, parts.stream().map(BlockPlan.Part::id).toList(), transfer.cancellation());
        return sent;
    }

    private Begun begin(Source source, Cancellation cancellation) {
        UploadRequest request = source.request();
        if (request.resumed() != null) {
            return resume(workspace.upload(request.resumed(), cancellation), source, cancellation);
        }
        if (isLarge(source) && !request.isAlone()) {
            Optional<Upload> earlier = earlier(source, cancellation);
            if (earlier.isPresent()) {
                return resume(earlier.get(), source, cancellation);
            }
        }
        UploadLink link = workspace.uploadLink(request, source.declaration(), cancellation);
        Set<Block> staged = isLarge(source) && request.idempotencyKey() != null
                ? staged(workspace.upload(link.ref(), cancellation), source)
                : Set.of();
        return new Begun(link, staged);
    }

    private Begun resume(Upload upload, Source source, Cancellation cancellation) {
        UploadLink link = workspace.renewedLink(upload.ref(), source.request().path(), cancellation);
        return new Begun(link, staged(upload, source));
    }

    /** Returns an upload to the same path of what was said to be the same bytes, if one was begun. */
    private Optional<Upload> earlier(Source source, Cancellation cancellation) {
        String query =
                "include_blocks=true&path=" + ApiUrl.encode(source.request().path());
        try (Stream<JsonNode> pages = workspace.pages("/uploads", query, cancellation)) {
            return pages.flatMap(
                            page -> StreamSupport.stream(page.path("uploads").spliterator(), false))
                    .map(node -> Api.as(node, Upload.class))
                    .filter(upload -> !staged(upload, source).isEmpty())
                    .findFirst();
        }
    }

    /** Returns the blocks that are there; none where they may be of other bytes. */
    private static Set<Block> staged(Upload upload, Source source) {
        boolean same = source.sha256().equals(upload.checksums().sha256());
        return same && upload.blocks() != null ? new HashSet<>(upload.blocks()) : Set.of();
    }

    private SignedUrl renewing(UploadLink link) {
        return new SignedUrl(
                link.upload(),
                () -> workspace
                        .renewedLink(link.ref(), link.path(), new Cancellation())
                        .upload());
    }

    private Outcome<UploadRef, CompletedUpload> complete(UploadRef ref, Cancellation cancellation) {
        return workspace.batch(BatchCall.COMPLETE, List.of(ref), cancellation).get(0);
    }

    /** An answer was lost, and the bytes were recorded before they were sent again. */
    static boolean mayBeCommitted(FileApiException refusal) {
        return refusal.status() == CONFLICT
                || refusal.status() == PRECONDITION_FAILED
                || (refusal.status() == BAD_REQUEST && refusal.hasType("/files/no-file-upload-in-progress"));
    }

    private record Begun(UploadLink link, Set<Block> staged) {}
}
