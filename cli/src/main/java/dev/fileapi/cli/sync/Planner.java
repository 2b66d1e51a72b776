package dev.fileapi.cli.sync;

import dev.fileapi.cli.output.Failures;
import dev.fileapi.cli.sync.Action.DeleteLocal;
import dev.fileapi.cli.sync.Action.DeleteRemote;
import dev.fileapi.cli.sync.Action.Download;
import dev.fileapi.cli.sync.Action.Refuse;
import dev.fileapi.cli.sync.Action.Skip;
import dev.fileapi.cli.sync.Action.Upload;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two lists of files, both in the order of {@link PathOrder}, and tells what makes the one like the other. Holds one file of each list. */
final class Planner implements Iterator<Action> {

    private final Ordered<LocalItem> locals;
    private final Ordered<RemoteItem> remotes;
    private final Rules rules;
    private final Obstacles obstacles = new Obstacles();
    private long unchanged;
    private long atTarget;
    private @Nullable Action next;

    Planner(Iterator<LocalItem> locals, Iterator<RemoteItem> remotes, Rules rules) {
        this.locals = new Ordered<>(locals, LocalItem::path);
        this.remotes = new Ordered<>(remotes, RemoteItem::path);
        this.rules = rules;
    }

    /** Returns how many files are equal, as far as the lists were read. */
    long unchanged() {
        return unchanged;
    }

    /** Returns how many files the target has, as far as the lists were read. */
    long atTarget() {
        return atTarget;
    }

    @Override
    public boolean hasNext() {
        while (next == null && (locals.hasNext() || remotes.hasNext())) {
            next = step();
        }
        return next != null;
    }

    @Override
    public Action next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Action action = next;
        next = null;
        return action;
    }

    private @Nullable Action step() {
        int order = order();
        if (order <= 0 && locals.peek().kind() != LocalItem.Kind.FILE) {
            return obstacle(locals.next());
        }
        if (order < 0) {
            return localOnly(locals.next());
        }
        return order > 0 ? remoteOnly(remotes.next()) : both(locals.next(), remotes.next());
    }

    private int order() {
        if (!locals.hasNext()) {
            return 1;
        }
        return remotes.hasNext()
                ? PathOrder.INSTANCE.compare(
                        locals.peek().path(), remotes.peek().path())
                : -1;
    }

    private Action obstacle(LocalItem item) {
        obstacles.add(item.path());
        return item.kind() == LocalItem.Kind.SKIPPED
                ? new Skip(item.path(), item.reason())
                : new Refuse(item.path(), item.reason());
    }

    private @Nullable Action localOnly(LocalItem local) {
        if (rules.direction() == Direction.PUSH) {
            return upload(local, true);
        }
        atTarget++;
        rules.names().add(local.path());
        return rules.delete() ? new DeleteLocal(local.path(), local) : null;
    }

    private @Nullable Action remoteOnly(RemoteItem remote) {
        boolean blocked = obstacles.cover(remote.path());
        if (rules.direction() == Direction.PUSH) {
            atTarget++;
            return rules.delete() && !blocked ? new DeleteRemote(remote.path(), remote) : null;
        }
        if (blocked) {
            return new Refuse(remote.path(), "a link, or what cannot be read, is in its place on this machine");
        }
        Optional<String> refusal = rules.names().refusal(remote.path());
        return refusal.isPresent()
                ? new Refuse(remote.path(), refusal.get())
                : new Download(remote.path(), remote, null);
    }

    private @Nullable Action both(LocalItem local, RemoteItem remote) {
        atTarget++;
        rules.names().add(local.path());
        try {
            if (rules.comparison().areEqual(local, remote)) {
                unchanged++;
                return null;
            }
        } catch (IOException e) {
            return new Refuse(local.path(), Failures.message(e));
        }
        return rules.direction() == Direction.PUSH ? upload(local, false) : new Download(remote.path(), remote, local);
    }

    private Action upload(LocalItem local, boolean isNew) {
        try {
            return new Upload(local.path(), local, isNew, rules.hashes().sha256(local));
        } catch (IOException e) {
            return new Refuse(local.path(), Failures.message(e));
        }
    }

    /** From where to where. */
    enum Direction {
        PUSH,
        PULL
    }

    /**
     * What a plan follows.
     *
     * @param direction from where to where
     * @param delete whether what only the target has is deleted
     * @param comparison how it is told that files are equal
     * @param hashes tells the SHA-256 of what is sent
     * @param names what names files on this machine may have
     */
    record Rules(Direction direction, boolean delete, Comparison comparison, Hashes hashes, TargetNames names) {}
}
