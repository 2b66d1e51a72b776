package dev.fileapi.cli.sync;

import dev.fileapi.cli.sync.Action.Upload;
import dev.fileapi.client.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The bytes of a file that is to be sent, as long as it is as it was when the plan was made.
 *
 * @param upload what is sent
 * @param rate how fast
 */
record LocalContent(Upload upload, RateLimit rate) implements Content {

    @Override
    public long size() {
        return upload.source().size();
    }

    @Override
    public InputStream open(long position) throws IOException {
        FileChannel channel =
                FileChannel.open(upload.source().file(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        return rate.limit(Channels.newInputStream(channel.position(position)));
    }

    /** Fails when the file is not the one any more whose SHA-256 is known. */
    @Override
    public Object stamp() throws IOException {
        checkUnchanged(upload.source());
        return upload.source();
    }

    @Override
    public Optional<Instant> modifiedAt() {
        return Optional.of(upload.source().modifiedAt());
    }

    static void checkUnchanged(LocalItem item) throws IOException {
        BasicFileAttributes now =
                Files.readAttributes(item.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!now.isRegularFile() || !item.isSame(now)) {
            throw new IOException("it changed while it was read");
        }
    }
}
