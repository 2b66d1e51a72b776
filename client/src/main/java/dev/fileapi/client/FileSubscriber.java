package dev.fileapi.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Writes an answer's body to a place in a file, as it comes. */
final class FileSubscriber implements BodySubscriber<Long> {

    private final CompletableFuture<Long> written = new CompletableFuture<>();
    private final FileChannel file;
    private final long end;
    private final ByteCount count;
    private long position;
    private @Nullable Subscription subscription;

    FileSubscriber(FileChannel file, long position, long length, ByteCount count) {
        this.file = file;
        this.position = position;
        this.end = position + length;
        this.count = count;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return written;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                write(buffer);
            }
            if (subscription != null) {
                subscription.request(1);
            }
        } catch (IOException e) {
            if (subscription != null) {
                subscription.cancel();
            }
            written.completeExceptionally(e);
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        if (buffer.remaining() > end - position) {
            throw new IOException("the answer is longer than was asked for");
        }
        while (buffer.hasRemaining()) {
            int bytes = writeSome(buffer);
            position += bytes;
            count.add(bytes);
        }
    }

    private int writeSome(ByteBuffer buffer) throws LocalFileException {
        try {
            return file.write(buffer, position);
        } catch (IOException e) {
            throw new LocalFileException(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        written.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (position == end) {
            written.complete(end);
        } else {
            written.completeExceptionally(new IOException("the answer is shorter than was asked for"));
        }
    }
}
