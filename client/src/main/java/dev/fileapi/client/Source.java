package dev.fileapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What was found out of a content before it is sent. */
record Source(
        UploadRequest request,
        Content content,
        long size,
        Object stamp,
        String sha256,
        @Nullable Instant modifiedAt) {

    /** What is so small is read once, and kept until it is sent: a batch of such files needs little memory. */
    private static final int KEPT_BYTES = 16 * 1024;

    private static final int BUFFER = 256 * 1024;
    private static final int FIRST_YEAR = 1601;
    private static final int LAST_YEAR = 9999;

    /**
     * Looks at a content, and reads it unless its SHA-256 is known.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    static Source of(UploadRequest request, Cancellation cancellation) {
        Content content = request.content();
        try {
            Instant modifiedAt = request.sourceModifiedAt() != null
                    ? request.sourceModifiedAt()
                    : content.modifiedAt().filter(Source::canBeTold).orElse(null);
            Content sent = request.sha256() == null && content.size() <= KEPT_BYTES ? kept(content) : content;
            Object stamp = sent.stamp();
            return new Source(request, sent, sent.size(), stamp, sha256(request, sent, cancellation), modifiedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UploadDeclaration declaration() {
        return new UploadDeclaration(
                request.path(), size, sha256, request.contentType(), modifiedAt, request.tags(), request.metadata());
    }

    /** Tells whether the content is another one by now. */
    boolean hasChanged() {
        try {
            return !stamp.equals(content.stamp());
        } catch (IOException e) {
            return true;
        }
    }

    UploadedFile uploaded(UploadRef ref, long bytesSent) {
        return new UploadedFile(request.path(), ref.fileId(), ref.versionId(), size, sha256, bytesSent);
    }

    private static Content kept(Content content) throws IOException {
        try (InputStream in = content.open(0)) {
            return Content.bytes(in.readAllBytes());
        }
    }

    private static String sha256(UploadRequest request, Content content, Cancellation cancellation) throws IOException {
        if (request.sha256() != null) {
            return request.sha256();
        }
        try (InputStream in = content.open(0)) {
            return sha256(in, content.size(), cancellation);
        }
    }

    /** Reads a stream of about this size to its end, and leaves it open. */
    static String sha256(InputStream in, long size, Cancellation cancellation) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[(int) Math.min(BUFFER, size + 1)];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                cancellation.check();
                digest.update(buffer, 0, read);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service takes no other years. */
    private static boolean canBeTold(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
