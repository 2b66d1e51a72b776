package dev.fileapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Downloads one file: its parts in parallel, of which those that are there already are not asked for again. */
final class Downloader {

    private final Workspace workspace;
    private final Blobs blobs;
    private final Workers workers;
    private final long partBytes;

    Downloader(Workspace workspace, Blobs blobs, Workers workers, long partBytes) {
        this.workspace = workspace;
        this.blobs = blobs;
        this.workers = workers;
        this.partBytes = partBytes;
    }

    /** Whether it comes in several parts. */
    boolean isLarge(StoredFile file) {
        return file.size() > partBytes;
    }

    /**
     * Downloads a file.
     *
     * @throws UncheckedIOException when the target cannot be written
     */
    DownloadedFile download(DownloadRequest request, DownloadLink first, Transfer transfer) {
        StoredFile file = first.file();
        SignedUrl link = new SignedUrl(
                first.download(),
                () -> workspace
                        .downloadLink(file.ref(), transfer.cancellation())
                        .download());
        try (PartFile part = PartFile.open(request.target(), file, partBytes)) {
            long received =
                    isLarge(file) ? fetchParts(file, link, part, transfer) : fetchWhole(file, link, part, transfer);
            boolean verified = verify(file, part, transfer.cancellation());
            part.moveTo(request.target(), time(request, file));
            transfer.progress().file(file.path());
            return new DownloadedFile(file, request.target(), received, verified);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long fetchWhole(StoredFile file, SignedUrl link, PartFile part, Transfer transfer) {
        if (file.size() > 0) {
            blobs.get(link, 0, file.size(), file.size(), part.channel(), transfer);
        }
        return file.size();
    }

    private long fetchParts(StoredFile file, SignedUrl link, PartFile part, Transfer transfer) throws IOException {
        List<BlockPlan.Part> missing = new ArrayList<>();
        for (BlockPlan.Part each : BlockPlan.of(file.size(), partBytes)) {
            if (part.has(each)) {
                transfer.progress().bytesKept(each.length());
            } else {
                missing.add(each);
            }
        }
        try (TaskScope scope = workers.moving(transfer.cancellation())) {
            for (BlockPlan.Part each : missing) {
                scope.fork(inner -> {
                    blobs.get(
                            link, each.position(), each.length(), file.size(), part.channel(), transfer.within(inner));
                    add(part, each);
                });
            }
            scope.join();
        }
        return missing.stream().mapToLong(BlockPlan.Part::length).sum();
    }

    private static void add(PartFile part, BlockPlan.Part each) {
        try {
            part.add(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether there was a checksum to compare with. */
    private static boolean verify(StoredFile file, PartFile part, Cancellation cancellation) throws IOException {
        String expected = file.checksums().sha256();
        if (expected == null) {
            return false;
        }
        InputStream bytes = Channels.newInputStream(part.channel().position(0));
        if (!expected.equals(Source.sha256(bytes, file.size(), cancellation))) {
            part.discard();
            throw FileApiException.of(0, "wrong-checksum", "the bytes do not have the SHA-256 on record", null);
        }
        return true;
    }

    private static @Nullable FileTime time(DownloadRequest request, StoredFile file) {
        return request.keepsSourceTime() && file.sourceModifiedAt() != null
                ? FileTime.from(file.sourceModifiedAt())
                : null;
    }
}
