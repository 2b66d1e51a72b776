package dev.fileapi.cli.sync;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A plan in a temporary file, so that it is known as a whole before it is executed, however long it is. The file is gone with the process. */
final class PlanFile implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final DataOutputStream out;
    private long actions;
    private long deletions;

    PlanFile() throws IOException {
        Path file = Files.createTempFile("fileapi-plan-", ".tmp");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    }

    /** Adds an action; not after the plan was read. */
    void add(Action action) {
        try {
            ActionFormat.write(action, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        actions++;
        if (action.isDeletion()) {
            deletions++;
        }
    }

    /** Returns how many files are to be deleted. */
    long deletions() {
        return deletions;
    }

    /** Returns the actions from the first one; one reader at a time. */
    Iterator<Action> read() throws IOException {
        out.flush();
        channel.position(0);
        return new Reader(new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Reader implements Iterator<Action> {

        private final DataInputStream in;
        private long left = actions;

        private Reader(DataInputStream in) {
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Action next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                return ActionFormat.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
